package dev.lichen.annotation.quality;

import dev.lichen.datasets.statistics.ClusterBootstrap;
import dev.lichen.datasets.statistics.Clusters;
import dev.lichen.datasets.statistics.Statistic;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Counts successes by cluster, a prompt or a person, and gives their share with an interval that resamples clusters. */
final class ClusterRates {

    private final Map<String, Tally> clusters = new LinkedHashMap<>();

    /** Successes among all. */
    private static final class Tally {
        private double successes;
        private double all;
    }

    void add(String cluster, boolean success) {
        add(cluster, success ? 1 : 0, 1);
    }

    void add(String cluster, long successes, long all) {
        Tally tally = clusters.computeIfAbsent(cluster, key -> new Tally());
        tally.successes += successes;
        tally.all += all;
    }

    Statistic share(ClusterBootstrap bootstrap) {
        return bootstrap.rate(Clusters.of(column(tally -> tally.successes), column(tally -> tally.all)));
    }

    private double[] column(ToDoubleFunction<Tally> value) {
        Collection<Tally> tallies = clusters.values();
        return tallies.stream().mapToDouble(value).toArray();
    }
}
