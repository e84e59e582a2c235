package dev.lichen.datasets.statistics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Observations summed up by cluster: for each, the total of what was observed and how often.
 *
 * <p>Their pooled mean Σ totals / Σ counts is a win rate, an accuracy, or any other mean of clustered observations.
 */
public final class Clusters {

    private final double[] totals;
    private final double[] counts;

    private Clusters(double[] totals, double[] counts) {
        this.totals = totals;
        this.counts = counts;
    }

    /**
     * Sums observations up.
     *
     * @param observations in any order
     * @param cluster names the cluster of an observation, such as its prompt
     * @param value is what was observed
     */
    public static <T> Clusters of(Collection<T> observations, Function<T, String> cluster, ToDoubleFunction<T> value) {
        List<List<T>> groups = grouped(observations, cluster);
        return new Clusters(
                groups.stream()
                        .mapToDouble(group -> group.stream().mapToDouble(value).sum())
                        .toArray(),
                groups.stream().mapToDouble(List::size).toArray());
    }

    /** Returns clusters of given totals and counts, counts positive. */
    public static Clusters of(double[] totals, double[] counts) {
        if (totals.length != counts.length) {
            throw new IllegalArgumentException(
                    "need as many totals as counts, were " + totals.length + " and " + counts.length);
        }
        return new Clusters(totals.clone(), counts.clone());
    }

    /** Groups observations by cluster, in order of appearance. */
    static <T> List<List<T>> grouped(Collection<T> observations, Function<T, String> cluster) {
        Map<String, List<T>> groups = new LinkedHashMap<>();
        observations.forEach(o -> groups.computeIfAbsent(cluster.apply(o), name -> new ArrayList<>())
                .add(o));
        return List.copyOf(groups.values());
    }

    /** Returns C, the number of clusters. */
    public int size() {
        return totals.length;
    }

    /** Returns n, the number of observations. */
    public long observations() {
        double sum = 0;
        for (double count : counts) {
            sum += count;
        }
        return Math.round(sum);
    }

    /** Returns the pooled mean of the clusters drawn, by number, each as often as it is drawn. */
    double mean(int[] drawn) {
        double total = 0;
        double count = 0;
        for (int cluster : drawn) {
            total += totals[cluster];
            count += counts[cluster];
        }
        return total / count;
    }

    /** Returns whether every observation of a rate is 0, or every one is 1, so that resampling sees no spread. */
    boolean isUnanimous() {
        double total = 0;
        for (double clusterTotal : totals) {
            total += clusterTotal;
        }
        return total == 0 || total == observations();
    }
}
