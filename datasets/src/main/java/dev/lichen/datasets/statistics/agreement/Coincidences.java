package dev.lichen.datasets.statistics.agreement;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The coincidences of Krippendorff's α, summed up by cluster of units, so that resamples are sums of them.
 *
 * <p>{@code o_ck = Σ_u (ordered pairs of c and k in u)/(m_u − 1)}, units with fewer than two values left out. Pairs of
 * equal values have no distance and are not kept.
 */
final class Coincidences {

    private final double[] values;
    private final List<Cluster> clusters;

    /** What a cluster of units adds: n_c for each of its values, and o_ck + o_kc for each of its unequal pairs. */
    private static final class Cluster {
        private final Map<Integer, Integer> counts = new LinkedHashMap<>();
        private final Map<Long, Double> pairs = new LinkedHashMap<>();
        private int[] valueIndex = {};
        private double[] valueCount = {};
        private int[] low = {};
        private int[] high = {};
        private double[] weight = {};

        /** Adds a unit of m values: two values c and k that occur n_c and n_k times in it coincide 2 n_c n_k/(m − 1) times. */
        private void add(int[] unit) {
            Map<Integer, Integer> ofUnit = new TreeMap<>();
            Arrays.stream(unit).forEach(value -> ofUnit.merge(value, 1, Integer::sum));
            ofUnit.forEach((low, count) -> {
                counts.merge(low, count, Integer::sum);
                ofUnit.forEach((high, other) -> {
                    if (low < high) {
                        pairs.merge(((long) low << 32) | high, 2.0 * count * other / (unit.length - 1), Double::sum);
                    }
                });
            });
        }

        private void pack() {
            valueIndex = counts.keySet().stream().mapToInt(Integer::intValue).toArray();
            valueCount =
                    counts.values().stream().mapToDouble(Integer::doubleValue).toArray();
            low = pairs.keySet().stream().mapToInt(key -> (int) (key >> 32)).toArray();
            high = pairs.keySet().stream().mapToInt(Long::intValue).toArray();
            weight = pairs.values().stream().mapToDouble(Double::doubleValue).toArray();
            counts.clear();
            pairs.clear();
        }
    }

    /**
     * Counts the coincidences.
     *
     * @param data the units
     * @param clusterOfUnit the number of each unit's cluster, from 0
     * @param clusterCount how many clusters there are
     */
    Coincidences(ReliabilityData data, int[] clusterOfUnit, int clusterCount) {
        values = data.distinctPairable();
        clusters = Stream.generate(Cluster::new).limit(clusterCount).toList();
        for (int unit = 0; unit < data.units(); unit++) {
            if (data.unit(unit).length > 1) {
                int[] indices = Arrays.stream(data.unit(unit))
                        .mapToInt(value -> Arrays.binarySearch(values, value))
                        .toArray();
                clusters.get(clusterOfUnit[unit]).add(indices);
            }
        }
        clusters.forEach(Cluster::pack);
    }

    /** Returns the values that occur, ascending. */
    double[] values() {
        return values;
    }

    /** Returns α of the clusters drawn, or NaN where no disagreement is to be expected. */
    double alpha(int[] drawn, Metric metric) {
        double[] counts = counts(drawn);
        double n = Arrays.stream(counts).sum();
        double[] positions = metric.positions(values, counts);
        double observed = 0;
        for (int number : drawn) {
            Cluster cluster = clusters.get(number);
            for (int p = 0; p < cluster.weight.length; p++) {
                observed += cluster.weight[p]
                        * metric.squaredDistance(positions[cluster.low[p]], positions[cluster.high[p]]);
            }
        }
        double expected = metric.expected(positions, counts);
        return expected > 0 ? 1 - (n - 1) * observed / expected : Double.NaN;
    }

    private double[] counts(int[] drawn) {
        double[] counts = new double[values.length];
        for (int number : drawn) {
            Cluster cluster = clusters.get(number);
            for (int v = 0; v < cluster.valueIndex.length; v++) {
                counts[cluster.valueIndex[v]] += cluster.valueCount[v];
            }
        }
        return counts;
    }
}
