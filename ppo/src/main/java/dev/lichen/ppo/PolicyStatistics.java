package dev.lichen.ppo;

/**
 * Sums over response tokens of what one says about a policy update; sums, so that parts of unequal size add up right.
 *
 * @param tokens how many tokens were seen
 * @param clipped on how many of them the clipped objective was the one that counted
 * @param approximateKl the sum of (ρ - 1) - log ρ, an estimate of KL(old || new) in nats that is never negative
 * @param ratios the sum of ρ
 * @param largestRatio the largest ρ
 * @param logRatios the sum of |log ρ|, in nats
 * @param largestLogRatio the largest |log ρ|, in nats
 * @param entropies the sum of the entropies, in nats
 */
public record PolicyStatistics(
        long tokens,
        long clipped,
        double approximateKl,
        double ratios,
        double largestRatio,
        double logRatios,
        double largestLogRatio,
        double entropies) {

    /** Statistics of no tokens. */
    public static PolicyStatistics none() {
        return new PolicyStatistics(0, 0, 0, 0, 0, 0, 0, 0);
    }

    /** Statistics of both. */
    public PolicyStatistics plus(PolicyStatistics other) {
        return new PolicyStatistics(
                tokens + other.tokens,
                clipped + other.clipped,
                approximateKl + other.approximateKl,
                ratios + other.ratios,
                Math.max(largestRatio, other.largestRatio),
                logRatios + other.logRatios,
                Math.max(largestLogRatio, other.largestLogRatio),
                entropies + other.entropies);
    }

    /** The share of tokens on which the clip held the update back; 0 of no tokens. */
    public double clipFraction() {
        return mean((double) clipped, 0);
    }

    /** The mean of (ρ - 1) - log ρ, in nats a token; 0 of no tokens. */
    public double meanApproximateKl() {
        return mean(approximateKl, 0);
    }

    /** The mean ρ: 1 at the first minibatch, and of no tokens. */
    public double meanRatio() {
        return mean(ratios, 1);
    }

    /** The mean |log ρ|, in nats a token: 0 at the first minibatch, and of no tokens. */
    public double meanLogRatio() {
        return mean(logRatios, 0);
    }

    /** The mean entropy, in nats a token; 0 of no tokens. */
    public double meanEntropy() {
        return mean(entropies, 0);
    }

    private double mean(double sum, double ofNone) {
        return tokens == 0 ? ofNone : sum / tokens;
    }
}
