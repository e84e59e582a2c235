package dev.lichen.datasets;

/**
 * Two answers of one ranking, judged equally good.
 *
 * @param first the smaller index
 * @param second the larger index
 */
public record Tie(int first, int second) {}
