package dev.lichen.training.schedule;

/** Rises in a straight line to the peak, from no less than a tenth of it. */
final class WarmUp {

    private static final double FLOOR = 0.1;

    private WarmUp() {}

    static double factor(long step, long warmupSteps) {
        return step >= warmupSteps ? 1 : Math.max(FLOOR, (double) step / warmupSteps);
    }

    /** Returns which part of the steps after the warm-up is over, in [0, 1]. */
    static double progressAfter(long warmupSteps, long step, long totalSteps) {
        if (step <= warmupSteps) {
            return 0;
        }
        return Math.min(1, (double) (step - warmupSteps) / Math.max(1, totalSteps - warmupSteps));
    }
}
