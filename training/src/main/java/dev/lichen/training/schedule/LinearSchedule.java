package dev.lichen.training.schedule;

/**
 * Falls in a straight line from the peak to the minimum.
 *
 * @param warmupSteps how many steps the warm-up takes; 0 for none
 * @param totalSteps at which step the minimum is reached
 * @param minimum the last factor, in [0, 1]
 */
public record LinearSchedule(long warmupSteps, long totalSteps, double minimum) implements LearningRateSchedule {

    @Override
    public double factor(long step) {
        double fall = 1 - (1 - minimum) * WarmUp.progressAfter(warmupSteps, step, totalSteps);
        return WarmUp.factor(step, warmupSteps) * fall;
    }
}
