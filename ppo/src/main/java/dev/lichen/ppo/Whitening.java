package dev.lichen.ppo;

/**
 * Scales values to unit variance over all tokens of a whole batch of responses.
 *
 * <p>(x - μ) / √(σ² + 1e-8) with the population variance (division by n), as the original implementation has it. The
 * mean and variance are those of every real token of the batch, never of a minibatch: a minibatch's own mean would
 * move with its composition. There is no padding in {@link TokenValues}, so no mask is needed.
 */
public final class Whitening {

    private static final double EPSILON = 1e-8;

    private Whitening() {}

    /** Shifts to mean 0 and scales to variance 1. */
    public static TokenValues toZeroMean(TokenValues values) {
        double mean = values.mean();
        double scale = inverseDeviation(values, mean);
        return values.map(value -> (value - mean) * scale);
    }

    /** Scales to variance 1 and keeps the mean, as for rewards, whose zero has a meaning. */
    public static TokenValues keepingMean(TokenValues values) {
        double mean = values.mean();
        double scale = inverseDeviation(values, mean);
        return values.map(value -> (value - mean) * scale + mean);
    }

    private static double inverseDeviation(TokenValues values, double mean) {
        return 1 / Math.sqrt(variance(values, mean) + EPSILON);
    }

    /** The population variance around a known mean. */
    static double variance(TokenValues values, double mean) {
        return values.map(value -> (value - mean) * (value - mean)).mean();
    }
}
