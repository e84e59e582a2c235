package dev.lichen.datasets.statistics;

import java.util.Arrays;

/**
 * Computes quantiles of numbers, by the two definitions in use here (types of Hyndman and Fan, Sample quantiles in
 * statistical packages, The American Statistician 50, 1996).
 */
public final class Quantiles {

    /** Products such as 0.975 × 1000 miss their whole number by a rounding error that must not move a rank. */
    private static final double ROUNDING = 1e-9;

    private Quantiles() {}

    /**
     * Returns the interpolated quantile (type 7, the usual one of numerical libraries).
     *
     * @param values at least one number, in any order
     * @param probability in [0, 1]
     */
    public static double interpolated(double[] values, double probability) {
        double[] sorted = sorted(values);
        double position = requireProbability(probability) * (sorted.length - 1);
        int below = (int) Math.floor(position);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    /**
     * Returns the smallest of the numbers at or below which lies at least this share of them (type 1, the inverse of the
     * empirical distribution function).
     *
     * @param values at least one number, in any order
     * @param probability in [0, 1]
     */
    public static double inverseDistribution(double[] values, double probability) {
        return ofSorted(sorted(values), probability);
    }

    static double ofSorted(double[] sorted, double probability) {
        double rank = Math.ceil(requireProbability(probability) * sorted.length - ROUNDING);
        return sorted[Math.clamp((long) rank - 1, 0, sorted.length - 1)];
    }

    private static double[] sorted(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("quantiles need at least one value");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    private static double requireProbability(double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability must be in [0, 1], was " + probability);
        }
        return probability;
    }
}
