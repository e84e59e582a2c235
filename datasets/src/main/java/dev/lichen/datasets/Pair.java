package dev.lichen.datasets;

/**
 * Two answers of one ranking, the first judged better.
 *
 * @param better the index of the better answer
 * @param worse the index of the worse answer
 */
public record Pair(int better, int worse) {}
