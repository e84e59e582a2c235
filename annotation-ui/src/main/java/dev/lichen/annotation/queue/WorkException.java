package dev.lichen.annotation.queue;

import dev.lichen.LichenException;

/** Signals work that cannot be taken in: nothing ranked, an unknown assignment, a lease that others used. */
public final class WorkException extends LichenException {

    public WorkException(String message) {
        super(message);
    }
}
