package dev.lichen.datasets.cleaning;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what each step does. */
final class StepCounter {

    private final Map<CleaningStep, Long> records = new EnumMap<>(CleaningStep.class);
    private final Map<CleaningStep, Map<String, Long>> findings = new EnumMap<>(CleaningStep.class);

    /** Counts one record that a step changed or removed, and what it found there. */
    void add(CleaningStep step, Collection<String> found) {
        records.merge(step, 1L, Long::sum);
        Map<String, Long> counts = findings.computeIfAbsent(step, key -> new TreeMap<>());
        found.forEach(kind -> counts.merge(kind, 1L, Long::sum));
    }

    /** Returns a count for each step that ran, those that did nothing included. */
    List<StepCount> counts(CleaningPlan plan) {
        return plan.steps().stream().sorted().map(this::count).toList();
    }

    private StepCount count(CleaningStep step) {
        return new StepCount(step.label(), records.getOrDefault(step, 0L), findings.getOrDefault(step, Map.of()));
    }
}
