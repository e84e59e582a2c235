package dev.lichen.ppo;

/**
 * Sums over response tokens of what one says about a policy update; sums, so that parts of unequal size add up right.
 *
 * @param tokens how many tokens were seen
 * @param clipped on how many of them the clipped objective was the one that counted
 * @param approximateKl the sum of (ρ - 1) - log ρ, an estimate of KL(old || new) in nats that is never negative
 * @param ratios the sum of ρ
 * @param largestRatio the largest ρ
 * @param entropies the sum of the entropies, in nats
 */
public record PolicyStatistics(
        long tokens, long clipped, double approximateKl, double ratios, double largestRatio, double entropies) {

    /** Statistics of no tokens. */
    public static PolicyStatistics none() {
        return new PolicyStatistics(0, 0, 0, 0, 0, 0);
    }

    /** Statistics of both. */
    public PolicyStatistics plus(PolicyStatistics other) {
        return new PolicyStatistics(
                tokens + other.tokens,
                clipped + other.clipped,
                approximateKl + other.approximateKl,
                ratios + other.ratios,
                Math.max(largestRatio, other.largestRatio),
                entropies + other.entropies);
    }

    /** The share of tokens on which the clip held the update back. */
    public double clipFraction() {
        return (double) clipped / tokens;
    }

    /** The mean of (ρ - 1) - log ρ, in nats a token. */
    public double meanApproximateKl() {
        return approximateKl / tokens;
    }

    /** The mean ρ: 1 at the first minibatch. */
    public double meanRatio() {
        return ratios / tokens;
    }

    /** The mean entropy, in nats a token. */
    public double meanEntropy() {
        return entropies / tokens;
    }
}
