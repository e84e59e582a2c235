package dev.lichen.datasets.statistics.judgements;

import dev.lichen.datasets.statistics.Clusters;
import java.util.LinkedHashMap;
import java.util.Map;

/** Sums observations up by prompt. */
final class PromptSums {

    private final boolean rate;
    private final Map<String, Double> totals = new LinkedHashMap<>();
    private final Map<String, Double> counts = new LinkedHashMap<>();

    private PromptSums(boolean rate) {
        this.rate = rate;
    }

    /** Sums numbers of any size. */
    static PromptSums ofNumbers() {
        return new PromptSums(false);
    }

    /** Sums up observations that are 0 or 1. */
    static PromptSums ofRates() {
        return new PromptSums(true);
    }

    /** Adds observations; none if the count is 0. */
    void add(String prompt, double total, double count) {
        if (count > 0) {
            totals.merge(prompt, total, Double::sum);
            counts.merge(prompt, count, Double::sum);
        }
    }

    boolean isRate() {
        return rate;
    }

    double mean() {
        return sum(totals) / sum(counts);
    }

    Clusters clusters() {
        return Clusters.of(array(totals), array(counts));
    }

    private static double sum(Map<String, Double> values) {
        return values.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static double[] array(Map<String, Double> values) {
        return values.values().stream().mapToDouble(Double::doubleValue).toArray();
    }
}
