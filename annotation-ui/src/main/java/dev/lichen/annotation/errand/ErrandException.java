package dev.lichen.annotation.errand;

import dev.lichen.LichenException;

/** Signals that an errand cannot be done; a failure in the app's process is told to the command by its message. */
public final class ErrandException extends LichenException {

    public ErrandException(String message) {
        super(message);
    }
}
