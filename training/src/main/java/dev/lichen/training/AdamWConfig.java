package dev.lichen.training;

import dev.lichen.training.config.Doc;
import dev.lichen.training.config.Require;

/**
 * Settings of AdamW (Loshchilov &amp; Hutter 2019).
 *
 * @param beta1 decay of the first moment, in [0, 1)
 * @param beta2 decay of the second moment, in [0, 1)
 * @param epsilon added to the root of the second moment, above 0
 * @param weightDecay decoupled decay of matrices, at least 0; norms and biases do not decay
 * @param maximumGradientNorm global norm that gradients are scaled down to, above 0
 */
public record AdamWConfig(
        @Doc("decay of the first moment, in [0, 1)") double beta1,

        @Doc("decay of the second moment, in [0, 1)") double beta2,

        @Doc("added to the root of the second moment, greater than 0")
        double epsilon,

        @Doc("decoupled decay of matrices, at least 0; norms and biases do not decay")
        double weightDecay,

        @Doc("global norm that gradients are scaled down to, greater than 0")
        double maximumGradientNorm) {
    /** Checks the ranges. */
    public AdamWConfig {
        Require.that(beta1 >= 0 && beta1 < 1, "beta1 must be in [0, 1), was " + beta1);
        Require.that(beta2 >= 0 && beta2 < 1, "beta2 must be in [0, 1), was " + beta2);
        Require.that(epsilon > 0, "epsilon must be above 0, was " + epsilon);
        Require.that(weightDecay >= 0, "weightDecay must be at least 0, was " + weightDecay);
        Require.that(maximumGradientNorm > 0, "maximumGradientNorm must be above 0, was " + maximumGradientNorm);
    }

    /** Returns β = (0.9, 0.95), ε = 1e-8, no decay, norm 1. */
    public static AdamWConfig defaults() {
        return new AdamWConfig(0.9, 0.95, 1e-8, 0, 1);
    }
}
