package dev.lichen.rewardmodel;

import java.util.Arrays;

/**
 * Moves scores so that demonstrations score 0 on average: normalised = (score - shift) · scale.
 *
 * <p>Comparisons fix scores only up to a constant. A zero with a meaning (as good as a demonstration) makes scores of
 * different reward models, and the critic's values, comparable (Stiennon et al. 2020; Ouyang et al. 2022).
 *
 * @param shift the mean raw score of demonstrations
 * @param scale by what the shifted score is multiplied, positive
 */
public record ScoreNormalisation(double shift, double scale) {

    /** Checks the range. */
    public ScoreNormalisation {
        if (!(scale > 0 && Double.isFinite(scale) && Double.isFinite(shift))) {
            throw new IllegalArgumentException(
                    "scale must be positive and both finite, were scale " + scale + " and shift " + shift);
        }
    }

    /** Leaves scores as they are. */
    public static ScoreNormalisation none() {
        return new ScoreNormalisation(0, 1);
    }

    /** Gives demonstrations mean 0 and leaves the scale. */
    public static ScoreNormalisation toZeroMean(double[] demonstrationScores) {
        return new ScoreNormalisation(mean(demonstrationScores), 1);
    }

    /** Gives demonstrations mean 0 and (population) standard deviation 1. */
    public static ScoreNormalisation toUnitVariance(double[] demonstrationScores) {
        double mean = mean(demonstrationScores);
        double variance = mean(Arrays.stream(demonstrationScores)
                .map(score -> (score - mean) * (score - mean))
                .toArray());
        return new ScoreNormalisation(mean, variance > 0 ? 1 / Math.sqrt(variance) : 1);
    }

    /** The normalised score. */
    public double apply(double score) {
        return (score - shift) * scale;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow(() -> new IllegalArgumentException("no scores to average"));
    }
}
