package dev.lichen.datasets.statistics;

import java.util.Arrays;
import java.util.Collection;

/**
 * Describes how numbers are spread.
 *
 * @param n how many there are, at least 1
 * @param mean their mean
 * @param standardDeviation their sample standard deviation (divisor n − 1); 0 for one number
 * @param quantiles where they lie
 */
public record Summary(long n, double mean, double standardDeviation, Spread quantiles) {

    /**
     * The quantiles, interpolated (type 7).
     *
     * @param minimum the smallest number
     * @param lowerQuartile the 25th percentile
     * @param median the 50th percentile
     * @param upperQuartile the 75th percentile
     * @param percentile95 the 95th percentile
     * @param maximum the largest number
     */
    public record Spread(
            double minimum,
            double lowerQuartile,
            double median,
            double upperQuartile,
            double percentile95,
            double maximum) {}

    /** Summarises at least one number. */
    public static Summary of(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double squares = Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum();
        double deviation = values.length == 1 ? 0 : Math.sqrt(squares / (values.length - 1));
        Spread spread = new Spread(
                Quantiles.interpolated(values, 0),
                Quantiles.interpolated(values, 0.25),
                Quantiles.interpolated(values, 0.5),
                Quantiles.interpolated(values, 0.75),
                Quantiles.interpolated(values, 0.95),
                Quantiles.interpolated(values, 1));
        return new Summary(values.length, mean, deviation, spread);
    }

    /** Summarises at least one number. */
    public static Summary of(Collection<? extends Number> values) {
        return of(values.stream().mapToDouble(Number::doubleValue).toArray());
    }
}
