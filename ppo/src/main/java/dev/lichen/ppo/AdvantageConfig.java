package dev.lichen.ppo;

import dev.lichen.training.config.Doc;
import dev.lichen.training.config.Require;

/**
 * Sets how advantages are estimated.
 *
 * @param discount γ, in [0, 1]
 * @param smoothing λ, in [0, 1]
 * @param whiten whether advantages are brought to mean 0 and variance 1 over all tokens of a step
 */
public record AdvantageConfig(
        @Doc("discount of later rewards, in [0, 1]") double discount,

        @Doc("lambda of generalised advantage estimation, in [0, 1]")
        double smoothing,

        @Doc("whether advantages are brought to mean 0 and variance 1 over all tokens of a step")
        boolean whiten) {

    public AdvantageConfig {
        Require.within("discount", discount, 0, 1);
        Require.within("smoothing", smoothing, 0, 1);
    }

    /** Returns γ = 1, λ = 0.95, whitened. */
    public static AdvantageConfig defaults() {
        return new AdvantageConfig(1, 0.95, true);
    }

    GeneralizedAdvantageEstimator estimator() {
        return new GeneralizedAdvantageEstimator(discount, smoothing);
    }
}
