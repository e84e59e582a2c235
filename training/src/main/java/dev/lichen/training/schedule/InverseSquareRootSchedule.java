package dev.lichen.training.schedule;

/**
 * Falls with the root of the step after the warm-up: {@code sqrt(warmup / step)}, whatever the length of the run.
 *
 * @param warmupSteps how many steps the warm-up takes, at least 1
 */
public record InverseSquareRootSchedule(long warmupSteps) implements LearningRateSchedule {

    public InverseSquareRootSchedule {
        if (warmupSteps < 1) {
            throw new IllegalArgumentException("warmupSteps must be at least 1, was " + warmupSteps);
        }
    }

    @Override
    public double factor(long step) {
        return step < warmupSteps ? WarmUp.factor(step, warmupSteps) : Math.sqrt((double) warmupSteps / step);
    }
}
