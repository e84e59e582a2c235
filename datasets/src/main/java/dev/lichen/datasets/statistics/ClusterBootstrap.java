package dev.lichen.datasets.statistics;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Finds intervals by resampling clusters: from C clusters it draws C with replacement and computes the statistic again.
 *
 * <p>With at most six clusters all C^C resamples are enumerated and the interval is exact; else {@code resamples} are
 * drawn with SplitMix64 from {@code seed}. Source: Efron and Tibshirani, An Introduction to the Bootstrap (1993),
 * chapters 13 and 14.
 *
 * <p>Resamples are computed on all processors; the draws, and so the interval, do not depend on how many there are.
 *
 * @param resamples how many resamples to draw, at least 100
 * @param seed the seed of the draws
 * @param level of the interval, in (0, 1)
 * @param interval percentile or BCa
 */
public record ClusterBootstrap(int resamples, long seed, double level, BootstrapInterval interval) {

    private static final int USUAL_RESAMPLES = 1000;

    /** The share of resamples that may be left out because the statistic has no value on them. */
    private static final double MOST_UNDEFINED = 0.05;

    public ClusterBootstrap {
        Resampling.requireEnough(resamples);
        Interval.requireLevel(level);
    }

    /** Returns the usual bootstrap: 1000 resamples, 95 %, percentile. */
    public static ClusterBootstrap of(long seed) {
        return new ClusterBootstrap(USUAL_RESAMPLES, seed, Interval.USUAL_LEVEL, BootstrapInterval.PERCENTILE);
    }

    /** Returns the same bootstrap with another kind of interval. */
    public ClusterBootstrap with(BootstrapInterval newInterval) {
        return new ClusterBootstrap(resamples, seed, level, newInterval);
    }

    /** Estimates the pooled mean Σ totals / Σ counts of clustered observations. */
    public Statistic mean(Clusters clusters) {
        if (clusters.size() == 0) {
            return Undefined.noObservations();
        }
        return estimate(clusters.size(), clusters.observations(), clusters::mean);
    }

    /**
     * Estimates a rate in [0, 1]: as {@link #mean}, but where every observation is the same, so that no resample differs,
     * the interval is Wilson's with the number of clusters as n.
     */
    public Statistic rate(Clusters clusters) {
        if (clusters.size() == 0 || !clusters.isUnanimous()) {
            return mean(clusters);
        }
        int[] all = IntStream.range(0, clusters.size()).toArray();
        double rate = clusters.mean(all);
        Interval wilson = WilsonInterval.of(rate * clusters.size(), clusters.size(), level);
        return new Estimate(
                rate, wilson, clusters.observations(), clusters.size(), "Wilson by clusters (all observations equal)");
    }

    /**
     * Estimates any statistic of clusters. Resamples on which it is not finite are left out, and counted in the method;
     * where they are more than one in twenty, the interval is undefined.
     *
     * @param clusters C, the number of clusters
     * @param observations n, the number of observations in them
     * @param statistic computes the value from the numbers, in [0, C), of the clusters drawn; several threads call it at
     *     once, each with its own numbers
     */
    public Statistic estimate(int clusters, long observations, ToDoubleFunction<int[]> statistic) {
        if (clusters == 0) {
            return Undefined.noObservations();
        }
        double value = statistic.applyAsDouble(IntStream.range(0, clusters).toArray());
        if (!Double.isFinite(value)) {
            return Undefined.notFinite(value);
        }
        if (clusters == 1) {
            return Undefined.oneCluster(value);
        }
        double[] all = distribution(clusters, statistic);
        double[] results = Arrays.stream(all).filter(Double::isFinite).toArray();
        int undefined = all.length - results.length;
        if (undefined > MOST_UNDEFINED * all.length) {
            return Undefined.oftenNotFinite(undefined, all.length);
        }
        Interval found = interval.of(results, value, acceleration(clusters, statistic), level);
        return new Estimate(value, found, observations, clusters, method(clusters, undefined));
    }

    /** Returns the statistic on each resample, ascending: the bootstrap distribution. */
    public double[] distribution(int clusters, ToDoubleFunction<int[]> statistic) {
        Resampling resampling = new Resampling(resamples, seed);
        return IntStream.range(0, resampling.count(clusters))
                .parallel()
                .mapToDouble(number -> statistic.applyAsDouble(resampling.drawn(number, clusters)))
                .sorted()
                .toArray();
    }

    /**
     * Returns BCa's a = Σ d³ / 6(Σ d²)^{3/2}, where d is the mean of the statistic without one cluster each less the
     * statistic without this one; 0 for percentile intervals, which do not need it.
     */
    private double acceleration(int clusters, ToDoubleFunction<int[]> statistic) {
        if (interval == BootstrapInterval.PERCENTILE) {
            return 0;
        }
        double[] without = Arrays.stream(jackknife(clusters, statistic))
                .filter(Double::isFinite)
                .toArray();
        double mean = Arrays.stream(without).average().orElse(0);
        double squares = Arrays.stream(without).map(x -> Math.pow(mean - x, 2)).sum();
        double cubes = Arrays.stream(without).map(x -> Math.pow(mean - x, 3)).sum();
        return squares > 0 ? cubes / (6 * Math.pow(squares, 1.5)) : 0;
    }

    /** Returns the statistic without cluster 0, without cluster 1, and so on. */
    private static double[] jackknife(int clusters, ToDoubleFunction<int[]> statistic) {
        int[] kept = IntStream.range(1, clusters).toArray();
        double[] results = new double[clusters];
        for (int left = 0; left < clusters; left++) {
            results[left] = statistic.applyAsDouble(kept);
            if (left < kept.length) {
                kept[left] = left; // the next leaves out left + 1, which stands here
            }
        }
        return results;
    }

    private String method(int clusters, int undefined) {
        String name = interval == BootstrapInterval.PERCENTILE ? "percentile" : "BCa";
        String left = undefined == 0 ? "" : ", " + undefined + " left out where the statistic is undefined";
        return name + " cluster bootstrap, " + new Resampling(resamples, seed).describe(clusters) + left;
    }
}
