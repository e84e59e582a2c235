package dev.lichen.rewardmodel;

import dev.lichen.datasets.Ranking;

/**
 * Says how badly scores fit one person's ranking of K answers.
 *
 * <p>A prompt with its K answers is one element: each answer is scored once, and all its comparisons share that score.
 * Splitting the C(K, 2) pairs over a data set would show each answer K - 1 times an epoch and overfit in one
 * (Ouyang et al. 2022, section 3.5).
 */
public sealed interface RewardLoss permits KWiseLoss, PlackettLuceLoss {

    /** Whether a ranking compares anything; one that does not is no part of the mean. */
    boolean compares(Ranking ranking);

    /**
     * The loss of one ranking, in nats, with its gradient.
     *
     * @param ranking a ranking that compares something
     * @param scores r, one an answer, in the ranking's order; scores of unranked answers are not looked at
     */
    LossAndGradient evaluate(Ranking ranking, double[] scores);
}
