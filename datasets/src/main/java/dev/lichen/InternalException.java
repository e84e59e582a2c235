package dev.lichen;

import org.jspecify.annotations.Nullable;

/** Signals a fault of the program: an invariant that the code itself promised does not hold. Exit code 1. */
public final class InternalException extends LichenException {

    public InternalException(String message) {
        super(message);
    }

    public InternalException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public int exitCode() {
        return INTERNAL_ERROR;
    }
}
