package dev.lichen.datasets.statistics.agreement;

import dev.lichen.datasets.statistics.ClusterBootstrap;
import dev.lichen.datasets.statistics.Finding;
import dev.lichen.datasets.statistics.Statistic;
import dev.lichen.datasets.statistics.Undefined;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Krippendorff's α: agreement of any number of observers on values of any scale, values missing or not.
 *
 * <p>{@code α = 1 − D_o/D_e} with {@code D_o = (1/n) Σ o_ck δ²_ck} and {@code D_e = 1/(n(n−1)) Σ n_c n_k δ²_ck}, where o
 * are the coincidences within units and δ² is the {@link Metric}. 1 is perfect agreement, 0 what chance gives, and less
 * than 0 systematic disagreement. Source: Krippendorff, Computing Krippendorff's alpha-reliability (2011).
 *
 * <p>Undefined where no unit has two values, and where all values are the same: D_e is 0 then, and disagreement could not
 * have been seen. That is not an α of 1.
 */
public final class KrippendorffAlpha {

    private KrippendorffAlpha() {}

    /** Returns α. */
    public static Finding<Double> of(ReliabilityData data, Metric metric) {
        Coincidences coincidences = new Coincidences(data, new int[data.units()], 1);
        Optional<Undefined> problem = problem(data, coincidences.values(), metric);
        return problem.isPresent()
                ? new Finding.Missing<>(problem.get())
                : Finding.of(coincidences.alpha(new int[] {0}, metric));
    }

    /**
     * Returns α with its interval, units resampled by cluster.
     *
     * @param data the units
     * @param clusters the name of each unit's cluster, such as its prompt
     * @param metric the scale
     * @param bootstrap how the interval is found
     */
    public static Statistic estimate(
            ReliabilityData data, List<String> clusters, Metric metric, ClusterBootstrap bootstrap) {
        if (clusters.size() != data.units()) {
            throw new IllegalArgumentException(
                    "need a cluster for each of " + data.units() + " units, were " + clusters.size());
        }
        int[] clusterOfUnit = numbered(data, clusters);
        int count = Arrays.stream(clusterOfUnit).max().orElse(-1) + 1;
        Coincidences coincidences = new Coincidences(data, clusterOfUnit, count);
        Optional<Undefined> problem = problem(data, coincidences.values(), metric);
        if (problem.isPresent()) {
            return problem.get();
        }
        return bootstrap.estimate(count, data.pairableValues(), drawn -> coincidences.alpha(drawn, metric));
    }

    /** Numbers the clusters that have a unit with two values; units of others get −1 and are not looked at. */
    private static int[] numbered(ReliabilityData data, List<String> clusters) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        return IntStream.range(0, data.units())
                .map(unit -> data.unit(unit).length < 2
                        ? -1
                        : numbers.computeIfAbsent(clusters.get(unit), name -> numbers.size()))
                .toArray();
    }

    private static Optional<Undefined> problem(ReliabilityData data, double[] values, Metric metric) {
        if (data.units() == 0) {
            return Optional.of(new Undefined(Undefined.Reason.NO_OBSERVATIONS, "there are no units"));
        }
        if (values.length == 0) {
            return Optional.of(new Undefined(
                    Undefined.Reason.TOO_FEW_VALUES, "none of the " + data.units() + " units has two values"));
        }
        if (values.length == 1) {
            return Optional.of(new Undefined(
                    Undefined.Reason.NO_VARIATION,
                    "all " + data.pairableValues() + " values are " + values[0]
                            + ": disagreement could not have been seen"));
        }
        if (metric == Metric.RATIO && values[0] < 0) {
            return Optional.of(new Undefined(
                    Undefined.Reason.OUT_OF_SCALE, "the value " + values[0] + " is negative: ratios need a zero"));
        }
        return Optional.empty();
    }
}
