package dev.lichen.training;

/**
 * Says which steps a training loop does.
 *
 * @param stepsDone how many steps an earlier process did: the latest checkpoint's, or 0
 * @param totalSteps how many steps the whole run has
 */
public record TrainingPlan(long stepsDone, long totalSteps) {

    public TrainingPlan {
        if (stepsDone < 0 || totalSteps < 0) {
            throw new IllegalArgumentException(
                    "steps must be at least 0, were %d done of %d".formatted(stepsDone, totalSteps));
        }
    }

    /** Returns the plan of a run that starts from nothing. */
    public static TrainingPlan ofSteps(long totalSteps) {
        return new TrainingPlan(0, totalSteps);
    }
}
