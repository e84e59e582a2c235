package dev.lichen.lm.tokenizer;

import dev.lichen.LichenException;
import org.jspecify.annotations.Nullable;

/** Says that a tokenizer's files are missing, are not what they should be, or do not fit the model. */
public final class TokenizerException extends LichenException {

    private static final long serialVersionUID = 1L;

    /** Creates the exception with its one line. */
    public TokenizerException(String message) {
        this(message, null);
    }

    /** Creates the exception with its one line and what caused it. */
    public TokenizerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
