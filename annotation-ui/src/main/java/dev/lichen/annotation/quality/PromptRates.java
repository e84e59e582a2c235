package dev.lichen.annotation.quality;

import dev.lichen.datasets.statistics.ClusterBootstrap;
import dev.lichen.datasets.statistics.Clusters;
import dev.lichen.datasets.statistics.Statistic;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Counts successes by prompt, and gives their share with an interval that resamples prompts. */
final class PromptRates {

    private final Map<String, Tally> prompts = new LinkedHashMap<>();

    /** Successes among all. */
    private static final class Tally {
        private double successes;
        private double all;
    }

    void add(String prompt, boolean success) {
        Tally tally = prompts.computeIfAbsent(prompt, key -> new Tally());
        tally.successes += success ? 1 : 0;
        tally.all++;
    }

    Statistic share(ClusterBootstrap bootstrap) {
        return bootstrap.rate(Clusters.of(column(tally -> tally.successes), column(tally -> tally.all)));
    }

    private double[] column(ToDoubleFunction<Tally> value) {
        Collection<Tally> tallies = prompts.values();
        return tallies.stream().mapToDouble(value).toArray();
    }
}
