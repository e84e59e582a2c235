package dev.lichen.ppo;

import dev.lichen.datasets.Prompt;
import dev.lichen.lm.tokenizer.MaskedTokens;
import dev.lichen.lm.tokenizer.PositionMask;
import dev.lichen.lm.tokenizer.TokenSequence;

/**
 * What the policy said to a prompt, as text and as the very tokens it sampled.
 *
 * <p>Nothing is tokenised twice: the reward model, the reference and the losses all read {@link #tokens}, so that what is
 * scored is what was said.
 *
 * @param prompt the question
 * @param context the prompt's tokens, the opening of the assistant's turn included
 * @param response the sampled tokens, the one that ends the turn included if it came; never empty
 * @param text the response as people read it
 * @param finished whether the response ended by itself, not by the length limit
 */
public record SampledResponse(
        Prompt prompt, TokenSequence context, TokenSequence response, String text, boolean finished) {

    /** Checks that there is something to continue and something said. */
    public SampledResponse {
        if (context.isEmpty() || response.isEmpty()) {
            throw new IllegalArgumentException("context and response must not be empty, have " + context.size()
                    + " and " + response.size() + " tokens");
        }
    }

    /** Context and response in one. */
    public TokenSequence tokens() {
        return context.plus(response);
    }

    /** The whole, each response token marked: where log-probabilities are taken. */
    public MaskedTokens marked() {
        return MaskedTokens.from(tokens(), context.size());
    }

    /**
     * The whole, marked one position earlier: where the critic foresees what follows, having seen all before the response
     * token but not the token itself.
     */
    public MaskedTokens markedBefore() {
        TokenSequence tokens = tokens();
        boolean[] mask = new boolean[tokens.size()];
        for (int position = context.size() - 1; position < tokens.size() - 1; position++) {
            mask[position] = true;
        }
        return new MaskedTokens(tokens, PositionMask.of(mask));
    }

    /** The whole, its last real token marked: where a reward model reads the score. */
    public MaskedTokens markedLast() {
        TokenSequence tokens = tokens();
        return MaskedTokens.from(tokens, tokens.size() - 1);
    }
}
