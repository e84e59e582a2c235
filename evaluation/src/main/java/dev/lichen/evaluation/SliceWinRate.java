package dev.lichen.evaluation;

/**
 * The win rate on some of the prompts: (wins + ½ ties) / comparisons.
 *
 * @param slice which prompts: {@code all}, a category or a language
 * @param wins comparisons that the candidate won
 * @param ties comparisons that neither won
 * @param losses comparisons that the baseline won
 * @param winRate the rate, with n comparisons in clusters of one prompt each
 */
public record SliceWinRate(String slice, long wins, long ties, long losses, Measured winRate) {}
