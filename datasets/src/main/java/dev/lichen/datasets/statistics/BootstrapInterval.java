package dev.lichen.datasets.statistics;

import org.apache.commons.math3.distribution.NormalDistribution;

/** Says how the results of the resamples become an interval. */
public enum BootstrapInterval {

    /** The middle of the results: from their (1 − level)/2 quantile to their (1 + level)/2 quantile. */
    PERCENTILE {
        @Override
        Interval of(double[] sorted, double value, double acceleration, double level) {
            return between(sorted, (1 - level) / 2, (1 + level) / 2, level);
        }
    },

    /**
     * The same with both quantiles moved, for the bias z₀ and the acceleration a (Efron, Better bootstrap confidence
     * intervals, JASA 82, 1987): {@code α' = Φ(z₀ + (z₀ + z_α) / (1 − a (z₀ + z_α)))}.
     */
    BIAS_CORRECTED_ACCELERATED {
        @Override
        Interval of(double[] sorted, double value, double acceleration, double level) {
            double bias = bias(sorted, value);
            if (Double.isInfinite(bias)) {
                return PERCENTILE.of(sorted, value, acceleration, level);
            }
            double low = moved((1 - level) / 2, bias, acceleration);
            return between(sorted, low, Math.max(low, moved((1 + level) / 2, bias, acceleration)), level);
        }
    };

    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    /**
     * Returns the interval.
     *
     * @param sorted the statistic on each resample, ascending
     * @param value the statistic on the data
     * @param acceleration a, from the jackknife
     * @param level in (0, 1)
     */
    abstract Interval of(double[] sorted, double value, double acceleration, double level);

    private static Interval between(double[] sorted, double low, double high, double level) {
        return new Interval(Quantiles.ofSorted(sorted, low), Quantiles.ofSorted(sorted, high), level);
    }

    /** Returns z₀: the normal quantile of the share of results below the value, those equal to it counted half. */
    private static double bias(double[] sorted, double value) {
        double below = 0;
        for (double result : sorted) {
            below += result < value ? 1 : result == value ? 0.5 : 0;
        }
        return NORMAL.inverseCumulativeProbability(below / sorted.length);
    }

    private static double moved(double probability, double bias, double acceleration) {
        double z = bias + NORMAL.inverseCumulativeProbability(probability);
        return NORMAL.cumulativeProbability(bias + z / (1 - acceleration * z));
    }
}
