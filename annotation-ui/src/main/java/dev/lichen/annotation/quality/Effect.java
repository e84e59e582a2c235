package dev.lichen.annotation.quality;

import dev.lichen.datasets.statistics.Statistic;

/**
 * A share of pairs with its interval.
 *
 * @param name what the share is of
 * @param neutral the share that would mean no effect; for self-consistency, that of chance
 * @param share the measured share, or why there is none
 */
public record Effect(String name, double neutral, Statistic share) {}
