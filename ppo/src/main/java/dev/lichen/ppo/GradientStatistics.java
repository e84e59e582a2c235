package dev.lichen.ppo;

import dev.lichen.training.GradientStep;

/**
 * What the updates of one model were.
 *
 * @param updates how many there were
 * @param norms the sum of the gradients' norms before clipping
 * @param learningRate the last update's rate; 0 of none
 */
public record GradientStatistics(int updates, double norms, double learningRate) {

    /** Statistics of no updates. */
    public static GradientStatistics none() {
        return new GradientStatistics(0, 0, 0);
    }

    static GradientStatistics of(GradientStep.Update update) {
        return new GradientStatistics(1, update.gradientNorm(), update.learningRate());
    }

    /** Statistics of both, the other the later. */
    public GradientStatistics plus(GradientStatistics later) {
        return new GradientStatistics(
                updates + later.updates, norms + later.norms, later.updates == 0 ? learningRate : later.learningRate);
    }

    /** The mean norm; 0 of no updates. */
    public double meanNorm() {
        return updates == 0 ? 0 : norms / updates;
    }
}
