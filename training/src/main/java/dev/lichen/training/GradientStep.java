package dev.lichen.training;

import dev.lichen.training.schedule.LearningRateSchedule;

/**
 * Turns the gradients that the parts of a batch have added up into one change of the weights, at the rate of the schedule.
 *
 * <p>The caller runs its micro-batches forward and backward first; their losses are shares of the whole batch's, so the
 * gradients simply add. Then {@link #apply} clips, updates and clears them.
 */
public final class GradientStep {

    private final AdamW optimizer;
    private final double peakRate;
    private final LearningRateSchedule schedule;

    /**
     * Prepares steps of one model.
     *
     * @param optimizer holds the model's moments
     * @param peakRate the learning rate where the schedule's factor is 1
     * @param schedule the factor as a function of the step
     */
    public GradientStep(AdamW optimizer, double peakRate, LearningRateSchedule schedule) {
        this.optimizer = optimizer;
        this.peakRate = peakRate;
        this.schedule = schedule;
    }

    /**
     * Changes the weights once.
     *
     * @param stepsDone how many training steps went before; several updates within a step share its rate
     */
    public Update apply(long stepsDone) {
        double rate = peakRate * schedule.factor(stepsDone);
        return new Update(optimizer.step(rate), rate);
    }

    /**
     * What an update was.
     *
     * @param gradientNorm the global norm of the gradients before clipping; not finite if nothing was changed
     * @param learningRate the rate
     */
    public record Update(double gradientNorm, double learningRate) {}
}
