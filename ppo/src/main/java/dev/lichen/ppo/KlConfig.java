package dev.lichen.ppo;

import dev.lichen.training.config.Doc;
import dev.lichen.training.config.Require;

/**
 * Sets what divergence from the reference costs.
 *
 * @param kind whether β moves
 * @param coefficient β at the start, in units of score a nat
 * @param target the divergence aimed at, in nats a sequence; adaptive only
 * @param horizon over how many responses β adapts; adaptive only
 * @param estimator of a token's divergence in the reward
 */
public record KlConfig(
        @Doc("whether the coefficient is fixed or adaptive") KlKind kind,

        @Doc("cost of divergence at the start, in units of score a nat, at least 0")
        double coefficient,

        @Doc("divergence aimed at, in nats a sequence, greater than 0; adaptive only")
        double target,

        @Doc("over how many responses the coefficient adapts, at least 1; adaptive only")
        long horizon,

        @Doc("estimator of a token's divergence in the reward; k1 unless you know why not")
        KlEstimator estimator) {

    public KlConfig {
        Require.notNegative("coefficient", coefficient);
        Require.positive("target", target);
        Require.positive("horizon", horizon);
        Require.that(
                kind == KlKind.FIXED || coefficient > 0,
                "coefficient must be greater than 0 to adapt, was " + coefficient);
    }

    /** Returns a fixed coefficient of 0.05. */
    public static KlConfig defaults() {
        return new KlConfig(KlKind.FIXED, 0.05, 6, 10_000, KlEstimator.K1);
    }

    KlController controller() {
        return switch (kind) {
            case FIXED -> new FixedKl(coefficient);
            case ADAPTIVE -> new AdaptiveKl(coefficient, target, horizon);
        };
    }
}
