package dev.lichen.annotation.queue;

import dev.lichen.LichenException;

/** Signals work that cannot be taken in: nothing ranked, an unknown assignment, a lease that others used. */
public final class WorkException extends LichenException {

    private final WorkRefusal reason;

    /** Signals what no page sends. */
    public WorkException(String message) {
        this(WorkRefusal.MALFORMED, message);
    }

    public WorkException(WorkRefusal reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Returns what kind of refusal it is. */
    public WorkRefusal reason() {
        return reason;
    }
}
