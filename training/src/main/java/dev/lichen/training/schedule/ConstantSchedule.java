package dev.lichen.training.schedule;

/**
 * Stays at the peak after the warm-up.
 *
 * @param warmupSteps how many steps the warm-up takes; 0 for none
 */
public record ConstantSchedule(long warmupSteps) implements LearningRateSchedule {

    @Override
    public double factor(long step) {
        return WarmUp.factor(step, warmupSteps);
    }
}
