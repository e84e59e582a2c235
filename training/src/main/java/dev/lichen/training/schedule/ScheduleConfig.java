package dev.lichen.training.schedule;

import dev.lichen.training.config.Doc;
import dev.lichen.training.config.Require;

/**
 * Chooses a learning-rate schedule.
 *
 * @param kind the shape
 * @param warmupSteps how many steps the warm-up takes, at least 0
 * @param minimum the factor that a linear or cosine schedule ends at, in [0, 1]
 */
public record ScheduleConfig(
        @Doc("shape of the learning rate after the warm-up") ScheduleKind kind,

        @Doc("steps of warm-up, from a tenth of the rate in a straight line")
        long warmupSteps,

        @Doc("factor that a linear or cosine schedule ends at, in [0, 1]")
        double minimum) {

    public ScheduleConfig {
        Require.notNegative("warmupSteps", warmupSteps);
        Require.within("minimum", minimum, 0, 1);
        Require.that(
                kind != ScheduleKind.INVERSE_SQUARE_ROOT || warmupSteps > 0,
                "warmupSteps must be at least 1 for the schedule inverse-square-root, was 0");
    }

    /** Returns a cosine to a tenth of the peak, without warm-up. */
    public static ScheduleConfig defaults() {
        return new ScheduleConfig(ScheduleKind.COSINE, 0, 0.1);
    }

    /** Returns the schedule of a run of this many steps. */
    public LearningRateSchedule of(long totalSteps) {
        return switch (kind) {
            case CONSTANT -> new ConstantSchedule(warmupSteps);
            case LINEAR -> new LinearSchedule(warmupSteps, totalSteps, minimum);
            case COSINE -> new CosineSchedule(warmupSteps, totalSteps, minimum);
            case INVERSE_SQUARE_ROOT -> new InverseSquareRootSchedule(warmupSteps);
        };
    }
}
