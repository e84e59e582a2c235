package dev.lichen.lm.transformer;

import dev.lichen.LichenException;

/** Says that a sequence does not fit into the model's context. */
public final class SequenceTooLongException extends LichenException {
    private static final long serialVersionUID = 1L;

    /** Names both lengths, in tokens. */
    public SequenceTooLongException(int found, int maximum) {
        super("a sequence has " + found + " tokens, but the model's context ends at " + maximum
                + "; shorten it or choose a model with a longer context");
    }
}
