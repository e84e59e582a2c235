package dev.lichen.lm.generation;

import dev.lichen.lm.tokenizer.TokenSequence;

/** Hears new tokens while a generation is under way. */
@FunctionalInterface
public interface GenerationListener {
    /** Hears nothing. */
    GenerationListener NONE = (prompt, tokens) -> {};

    /**
     * Hears the next tokens of one prompt.
     *
     * @param prompt the prompt's index in the list
     * @param tokens at least one token
     */
    void onTokens(int prompt, TokenSequence tokens);
}
