package dev.lichen.datasets.hub;

import java.time.Duration;

/** Waits before another attempt; tests do not. */
@FunctionalInterface
interface Patience {

    /** So often a request is made before it is given up, unless bytes arrived in between. */
    int ATTEMPTS = 5;

    void pause(Duration duration);

    /** Returns how long a server may send nothing before the connection counts as cut off. */
    default Duration longestSilence() {
        return Duration.ofMinutes(1);
    }

    /** Sleeps. */
    static void sleep(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HubException("Interrupted while waiting for the hub", e);
        }
    }

    /** Returns 1 s, 2 s, 4 s, ... for the first, second, third failure. */
    static Duration after(int failures) {
        return Duration.ofSeconds(1L << Math.min(failures - 1, 5));
    }
}
