package dev.lichen.datasets.statistics;

/**
 * A value with its interval and what it rests on.
 *
 * @param value the point estimate
 * @param interval its confidence interval
 * @param n the number of observations
 * @param clusters the number of independent groups, such as prompts, that they fall into
 * @param method how the interval was found, generator and seed included
 */
public record Estimate(double value, Interval interval, long n, long clusters, String method) implements Statistic {

    public Estimate {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("value must be finite, was " + value);
        }
        if (clusters < 1 || n < clusters) {
            throw new IllegalArgumentException("need 1 <= clusters <= n, were " + clusters + " and " + n);
        }
    }
}
