package dev.lichen.lm.rendering;

import dev.lichen.LichenException;
import org.jspecify.annotations.Nullable;

/** Says that a chat template cannot be read, or refuses a conversation. */
public final class ChatTemplateException extends LichenException {

    private static final long serialVersionUID = 1L;

    /** Creates the exception with its one line. */
    public ChatTemplateException(String message) {
        this(message, null);
    }

    /** Creates the exception with its one line and what caused it. */
    public ChatTemplateException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
