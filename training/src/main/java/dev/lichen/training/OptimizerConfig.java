package dev.lichen.training;

import dev.lichen.training.config.Doc;
import dev.lichen.training.config.Require;
import dev.lichen.training.schedule.ScheduleConfig;

/**
 * Sets how weights follow their gradients.
 *
 * @param learningRate the peak rate, positive
 * @param schedule the rate over the steps, as a factor on the peak
 * @param adam AdamW's own settings
 */
public record OptimizerConfig(
        @Doc("peak learning rate, greater than 0") double learningRate,

        @Doc("learning rate over the steps, as a factor on the peak")
        ScheduleConfig schedule,

        @Doc("settings of AdamW") AdamWConfig adam) {

    public OptimizerConfig {
        Require.positive("learningRate", learningRate);
    }

    /** Returns the usual settings with this peak rate. */
    public static OptimizerConfig of(double learningRate) {
        return new OptimizerConfig(learningRate, ScheduleConfig.defaults(), AdamWConfig.defaults());
    }

    /** Returns the gradient steps of a run of so many steps. */
    public GradientStep gradientStep(AdamW optimizer, long totalSteps) {
        return new GradientStep(optimizer, learningRate, schedule.of(totalSteps));
    }
}
