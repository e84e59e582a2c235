package dev.lichen.datasets.duplicates;

/**
 * Two records that are nearly the same.
 *
 * @param earlier the number of the first, counted from 0 in the order in which records were added
 * @param later the number of the second
 * @param similarity their exact Jaccard similarity, in [0, 1]
 */
public record SimilarPair(int earlier, int later, double similarity) {}
