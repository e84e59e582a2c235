package dev.lichen.ppo;

import dev.lichen.InternalException;
import dev.lichen.lm.transformer.Precision;
import java.util.Locale;

/**
 * Checks that the policy thinks of its own samples, before its first update, what it thought when they were recorded: the
 * ratio is 1.
 *
 * <p>Where it is not, the losses speak of another distribution than the one that was sampled: another temperature, other
 * tokens, or weights that changed in between. Only rounding may differ.
 *
 * @param tolerance the largest mean |log ρ|, in nats a token
 */
record FirstMinibatchCheck(double tolerance) {

    private static final double ROUNDING_OF_FLOAT32 = 1e-3;
    private static final double ROUNDING_OF_BFLOAT16 = 5e-2;

    /** Allows for the rounding of a number format. */
    static FirstMinibatchCheck of(Precision precision) {
        return new FirstMinibatchCheck(
                switch (precision) {
                    case FLOAT32 -> ROUNDING_OF_FLOAT32;
                    case BFLOAT16 -> ROUNDING_OF_BFLOAT16;
                });
    }

    /**
     * Checks the first minibatch of a step.
     *
     * @throws InternalException if the ratios differ from 1 by more than rounding
     */
    void require(PolicyStatistics first) {
        if (first.meanLogRatio() > tolerance) {
            throw new InternalException(String.format(
                    Locale.ROOT,
                    "Before its first update the policy differs from the one that sampled: mean |log ratio| %.2e,"
                            + " largest %.2e, expected at most %.0e nats a token",
                    first.meanLogRatio(),
                    first.largestLogRatio(),
                    tolerance));
        }
    }
}
