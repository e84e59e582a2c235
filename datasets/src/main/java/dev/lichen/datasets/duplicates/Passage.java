package dev.lichen.datasets.duplicates;

/**
 * A part of a record: what stands in one place is compared only with what stands in the same place of another.
 *
 * @param place which place that is, as {@code user} or {@code answer in tier 2}
 * @param text what stands there
 */
public record Passage(String place, String text) {}
