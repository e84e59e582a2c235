package dev.lichen.training.schedule;

/**
 * Falls from the peak to the minimum along half a cosine: {@code m + (1 - m) (1 + cos(pi p)) / 2} at progress p.
 *
 * @param warmupSteps how many steps the warm-up takes; 0 for none
 * @param totalSteps at which step the minimum is reached
 * @param minimum the last factor, in [0, 1]
 */
public record CosineSchedule(long warmupSteps, long totalSteps, double minimum) implements LearningRateSchedule {

    @Override
    public double factor(long step) {
        double progress = WarmUp.progressAfter(warmupSteps, step, totalSteps);
        double fall = minimum + (1 - minimum) * (1 + Math.cos(Math.PI * progress)) / 2;
        return WarmUp.factor(step, warmupSteps) * fall;
    }
}
