package dev.lichen.training;

import java.time.Duration;

/**
 * Describes one finished training step.
 *
 * @param number how many steps are done now; the first step is number 1
 * @param total how many steps the whole run has
 * @param metrics what the step measured
 * @param duration how long the step took by the wall clock
 */
public record Step(long number, long total, Metrics metrics, Duration duration) {

    /** Returns whether the whole run ends with this step. */
    public boolean completesRun() {
        return number >= total;
    }

    /** Returns whether something done at every {@code interval}-th step is due now; an interval of 0 means never. */
    public boolean isMultipleOf(long interval) {
        return interval > 0 && number % interval == 0;
    }
}
