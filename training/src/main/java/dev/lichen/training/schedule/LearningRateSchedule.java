package dev.lichen.training.schedule;

/**
 * Gives the share of the peak learning rate that applies at a step, as a pure function of the step.
 *
 * <p>All schedules warm up alike, from a tenth of the peak in a straight line: {@code max(0.1, step / warmup)} while
 * {@code step < warmup}. A step is counted from 0: the first update of a run has step 0.
 */
public sealed interface LearningRateSchedule
        permits ConstantSchedule, LinearSchedule, CosineSchedule, InverseSquareRootSchedule {

    /**
     * Returns the factor on the peak rate, in [0, 1].
     *
     * @param step how many steps went before, at least 0
     */
    double factor(long step);
}
