package dev.lichen.training;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Carries the wish to stop from a signal to the training loop.
 *
 * <p>The first request lets the step finish and a checkpoint be written; the second stops at once.
 */
public final class StopRequest {

    private final AtomicInteger requests = new AtomicInteger();
    private final Runnable stopAtOnce;

    /**
     * Makes a request that was not made yet.
     *
     * @param stopAtOnce what to do at the second request; a command halts the process here
     */
    public StopRequest(Runnable stopAtOnce) {
        this.stopAtOnce = stopAtOnce;
    }

    /** Returns one whose second request does no more than its first, for runs that are not a process of their own. */
    public static StopRequest patient() {
        return new StopRequest(() -> {});
    }

    /** Asks for an end: after the step the first time, at once the second time. */
    public void request() {
        if (requests.incrementAndGet() > 1) {
            stopAtOnce.run();
        }
    }

    /** Returns whether an end was asked for. */
    public boolean isRequested() {
        return requests.get() > 0;
    }
}
