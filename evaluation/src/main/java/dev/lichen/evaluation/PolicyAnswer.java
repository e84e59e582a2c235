package dev.lichen.evaluation;

import dev.lichen.lm.tokenizer.TokenSequence;

/**
 * What a policy said.
 *
 * @param text the answer without control tokens
 * @param tokens how many tokens were sampled, the end-of-turn token included
 * @param finished whether the policy ended its turn itself, rather than being cut at the length limit
 * @param conversation prompt and answer in the very tokens that were sampled; empty where the text is all there is
 */
public record PolicyAnswer(String text, int tokens, boolean finished, TokenSequence conversation) {

    /** Makes an answer that is known as text only. */
    public PolicyAnswer(String text, int tokens, boolean finished) {
        this(text, tokens, finished, TokenSequence.empty());
    }
}
