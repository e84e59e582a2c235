package dev.lichen.evaluation.report;

import java.util.List;

/**
 * Samples that one rule chose.
 *
 * @param title what they have in common, as {@code Worst losses}
 * @param rule how they were chosen, so that a reader can tell a pattern from a pick
 * @param samples in the rule's order
 */
public record SampleGroup(String title, String rule, List<Sample> samples) {

    public SampleGroup {
        samples = List.copyOf(samples);
    }
}
