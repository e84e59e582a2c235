package dev.lichen.datasets.statistics.judgements;

/**
 * How much of the data several people judged.
 *
 * @param records how many judgements there are
 * @param prompts how many prompts they are about
 * @param tasks how many things could be judged: sets of answers to rank, or answers to rate
 * @param shared how many of those two or more annotators judged
 * @param annotators how many annotators are named
 * @param unnamed how many judgements do not say whose they are; each counts as another person's
 */
public record Overlap(long records, long prompts, long tasks, long shared, long annotators, long unnamed) {}
