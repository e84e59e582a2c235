package dev.lichen.lm.rendering;

import dev.lichen.LichenException;

/** Says that a prompt does not fit into a model's context. */
public final class PromptTooLongException extends LichenException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param tokens the tokens of the prompt with nothing but its system text and its last turn
     * @param maximumTokens the tokens that fit
     */
    public PromptTooLongException(int tokens, int maximumTokens) {
        super("the prompt is too long: found %d tokens in its last turn and system text, expected at most %d"
                .formatted(tokens, maximumTokens));
    }
}
