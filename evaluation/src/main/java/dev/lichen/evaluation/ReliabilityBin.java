package dev.lichen.evaluation;

/**
 * Held-out pairs for which the reward model was about equally sure.
 *
 * @param predicted the mean probability σ(|Δ|) that the model gave to the order it believes in, in [½, 1]
 * @param observed the share of pairs that the annotators put in that order
 * @param count how many pairs, at least 1
 */
public record ReliabilityBin(double predicted, double observed, long count) {}
