package dev.lichen.ppo;

/**
 * A policy loss, its gradient, and what it saw.
 *
 * @param loss this part's share of the minibatch's loss; the shares of all parts add up to it
 * @param logProbabilityGradient the derivative with respect to each log π(y)
 * @param entropyGradient the derivative with respect to each entropy
 * @param statistics sums over the tokens of this part
 */
public record PolicyLossResult(
        double loss, TokenValues logProbabilityGradient, TokenValues entropyGradient, PolicyStatistics statistics) {}
