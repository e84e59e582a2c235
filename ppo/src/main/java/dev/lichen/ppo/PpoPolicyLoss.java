package dev.lichen.ppo;

/**
 * The clipped surrogate loss of PPO (Schulman et al. 2017, equation 7), with its gradient.
 *
 * <p>With ρ = exp(log π - log π_old), each token loses max(-A ρ, -A clip(ρ, 1 - ε, 1 + ε)); the loss is the mean over
 * all tokens of the <em>minibatch</em>, so that cutting a minibatch into parts of any size changes nothing. With a dual
 * clip c (Ye et al. 2020), a token of negative advantage loses at most -A c. An entropy bonus subtracts its coefficient
 * times the mean entropy. The log ratio is clamped to ±20, beyond which its exponential says nothing.
 *
 * @param clipRange ε, in (0, 1)
 * @param dualClip c, above 1; 0 turns it off
 * @param entropyCoefficient the weight of the entropy bonus; 0 turns it off
 */
public record PpoPolicyLoss(double clipRange, double dualClip, double entropyCoefficient) {

    private static final double LARGEST_LOG_RATIO = 20;

    /** Checks the ranges. */
    public PpoPolicyLoss {
        if (!(clipRange > 0 && clipRange < 1)) {
            throw new IllegalArgumentException("clipRange must be in (0, 1), was " + clipRange);
        }
        if (dualClip != 0 && !(dualClip > 1)) {
            throw new IllegalArgumentException("dualClip must be above 1, or 0 for none, was " + dualClip);
        }
        Ranges.requireNotNegative("entropyCoefficient", entropyCoefficient);
    }

    /**
     * Evaluates one part of a minibatch.
     *
     * @param inputs the part's tokens
     * @param minibatchTokens how many tokens the whole minibatch has
     */
    public PolicyLossResult evaluate(PolicyInputs inputs, long minibatchTokens) {
        TokenValues logRatios = inputs.logProbabilities()
                .minus(inputs.oldLogProbabilities())
                .map(logRatio -> Math.clamp(logRatio, -LARGEST_LOG_RATIO, LARGEST_LOG_RATIO));
        TokenValues surrogate = logRatios.combine(inputs.advantages(), this::tokenLoss);
        TokenValues slope = logRatios.combine(inputs.advantages(), this::tokenSlope);
        double loss = surrogate.sum() - entropyCoefficient * inputs.entropies().sum();
        return new PolicyLossResult(
                loss / minibatchTokens,
                slope.map(value -> value / minibatchTokens),
                slope.filledWith(-entropyCoefficient / minibatchTokens),
                statistics(inputs, logRatios));
    }

    private double tokenLoss(double logRatio, double advantage) {
        double ratio = Math.exp(logRatio);
        double loss = Math.max(-advantage * ratio, -advantage * clip(ratio));
        return dualClipHolds(ratio, advantage) ? -advantage * dualClip : loss;
    }

    private double tokenSlope(double logRatio, double advantage) {
        double ratio = Math.exp(logRatio);
        boolean flat = clipHolds(ratio, advantage)
                || dualClipHolds(ratio, advantage)
                || Math.abs(logRatio) >= LARGEST_LOG_RATIO;
        return flat ? 0 : -advantage * ratio;
    }

    private double clip(double ratio) {
        return Math.clamp(ratio, 1 - clipRange, 1 + clipRange);
    }

    private boolean clipHolds(double ratio, double advantage) {
        return -advantage * clip(ratio) > -advantage * ratio;
    }

    private boolean dualClipHolds(double ratio, double advantage) {
        return dualClip > 0 && advantage < 0 && ratio > dualClip;
    }

    private PolicyStatistics statistics(PolicyInputs inputs, TokenValues logRatios) {
        TokenValues ratios = logRatios.map(Math::exp);
        TokenValues distances = logRatios.map(Math::abs);
        return new PolicyStatistics(
                ratios.size(),
                Math.round(
                        ratios.combine(inputs.advantages(), (ratio, advantage) -> clipHolds(ratio, advantage) ? 1 : 0)
                                .sum()),
                logRatios.map(logRatio -> Math.expm1(logRatio) - logRatio).sum(),
                ratios.sum(),
                ratios.maximum(),
                distances.sum(),
                distances.maximum(),
                inputs.entropies().sum());
    }
}
