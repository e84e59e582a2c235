package dev.lichen.evaluation;

import dev.lichen.lm.generation.FinishReason;
import dev.lichen.lm.generation.Generation;
import dev.lichen.lm.tokenizer.MaskedTokens;
import dev.lichen.lm.tokenizer.TokenSequence;

/**
 * An answer as a model sampled it.
 *
 * @param prompt the prompt's key; answers to one prompt are one cluster
 * @param context the rendered prompt
 * @param generation what followed
 */
public record SampledAnswer(String prompt, TokenSequence context, Generation generation) {

    /** Returns whether the model ended its turn itself. */
    public boolean finished() {
        return generation.finishReason() == FinishReason.STOP;
    }

    /** Returns prompt and answer with the answer's tokens marked. */
    MaskedTokens scored() {
        return MaskedTokens.from(context.plus(generation.tokens()), context.size());
    }
}
