package dev.lichen.datasets.statistics.preference;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.commons.math3.util.CombinatoricsUtils;

/**
 * Observed choices of a tier from a set of items, summed up: how often there was a choice from each set, and for each
 * cluster what was chosen.
 *
 * <p>The parameters are log p of the K items, then log δ_t of the observed tie sizes t above 1, ascending. A chosen tier S
 * has the statistic that the log of its weight is linear in: 1/|S| for each of its items, and 1 for its size.
 */
final class Choices {

    /**
     * One cluster's share, or that of several clusters that chose alike.
     *
     * @param copies how many such clusters there are
     * @param chosen from each set, by number, how often there was a choice in one of them
     * @param statistics what was chosen in one of them, by parameter
     */
    record Cluster(long copies, Map<Integer, Long> chosen, Map<Integer, Double> statistics) {}

    private final int items;
    private final List<Integer> tieSizes;
    private final Map<BitSet, Integer> sets = new LinkedHashMap<>();
    private final List<Double> weights = new ArrayList<>();
    private final Map<String, Cluster> clusters = new LinkedHashMap<>();

    Choices(int items, SortedSet<Integer> tieSizes) {
        this.items = items;
        this.tieSizes = List.copyOf(new TreeSet<>(tieSizes).tailSet(2));
    }

    /** Adds a choice to a cluster. */
    void add(String cluster, BitSet from, BitSet tier) {
        add(cluster, 1, from, tier);
    }

    /**
     * Adds a choice to clusters that are all alike. A tier of a size that is not modelled counts as its items chosen in
     * equal parts: a half win for both of two.
     */
    void add(String name, long copies, BitSet from, BitSet tier) {
        int set = sets.computeIfAbsent((BitSet) from.clone(), s -> sets.size());
        if (set == weights.size()) {
            weights.add(0.0);
        }
        weights.set(set, weights.get(set) + copies);
        Cluster cluster =
                clusters.computeIfAbsent(name, n -> new Cluster(copies, new LinkedHashMap<>(), new LinkedHashMap<>()));
        cluster.chosen().merge(set, 1L, Long::sum);
        tier.stream().forEach(item -> cluster.statistics().merge(item, 1.0 / tier.cardinality(), Double::sum));
        if (tieSizes.contains(tier.cardinality())) {
            cluster.statistics().merge(tieParameter(tier.cardinality()), 1.0, Double::sum);
        }
    }

    int items() {
        return items;
    }

    int parameters() {
        return items + tieSizes.size();
    }

    List<Integer> tieSizes() {
        return tieSizes;
    }

    /** Returns the number of the parameter log δ_t, or −1 if ties of that size are not modelled. */
    int tieParameter(int size) {
        int index = tieSizes.indexOf(size);
        return index < 0 ? -1 : items + index;
    }

    List<BitSet> sets() {
        return List.copyOf(sets.keySet());
    }

    double weight(int set) {
        return weights.get(set);
    }

    Collection<Cluster> clusters() {
        return Collections.unmodifiableCollection(clusters.values());
    }

    /** Returns how many clusters there are, copies counted. */
    long clusterCount() {
        return clusters.values().stream().mapToLong(Cluster::copies).sum();
    }

    /** Returns the sum of the chosen statistics, by parameter. */
    double[] observed() {
        double[] observed = new double[parameters()];
        clusters.values()
                .forEach(
                        cluster -> cluster.statistics().forEach((p, value) -> observed[p] += cluster.copies() * value));
        return observed;
    }

    /** Returns how many tiers could have been chosen from a set, which is what an evaluation costs. */
    double alternatives(BitSet set) {
        double sum = set.cardinality();
        for (int size : tieSizes) {
            sum += size <= set.cardinality()
                    ? CombinatoricsUtils.binomialCoefficientDouble(set.cardinality(), size)
                    : 0;
        }
        return sum;
    }
}
