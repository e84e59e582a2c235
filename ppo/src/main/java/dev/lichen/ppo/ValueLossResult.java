package dev.lichen.ppo;

/**
 * A critic's loss, its gradient, and what it saw.
 *
 * @param loss this part's share of the minibatch's loss
 * @param gradient the derivative with respect to each value
 * @param statistics sums over the tokens of this part
 */
public record ValueLossResult(double loss, TokenValues gradient, ValueStatistics statistics) {}
