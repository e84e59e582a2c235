package dev.lichen.annotation.project;

/**
 * How much a project has to learn from.
 *
 * @param rankings how many judgements with an order
 * @param items how many items there are
 * @param answers how many answers an item has, on average
 * @param characters how long a prompt with one answer is, on average
 */
public record DataSize(long rankings, long items, double answers, double characters) {}
