package dev.lichen.ppo;

/**
 * Estimates the divergence KL(policy || reference) from one sampled token, in nats.
 *
 * <p>With d = log policy(y) - log reference(y) on the sampled token y (Schulman, <em>Approximating KL Divergence</em>).
 * Only {@link #K1} belongs in the reward: its sum over a response is an unbiased estimate of the sequence's divergence
 * whose expected gradient is the right one. {@link #K3} is for reports: unbiased too and never negative.
 */
public enum KlEstimator {
    /** d: unbiased, signed. */
    K1 {
        @Override
        public double estimate(double logRatio) {
            return logRatio;
        }
    },
    /** d²/2: biased, never negative. */
    K2 {
        @Override
        public double estimate(double logRatio) {
            return 0.5 * logRatio * logRatio;
        }
    },
    /** exp(-d) - 1 + d: unbiased, never negative, of lower variance. */
    K3 {
        @Override
        public double estimate(double logRatio) {
            return Math.expm1(-logRatio) + logRatio;
        }
    };

    /** The estimate for one token, from log policy(y) - log reference(y). */
    public abstract double estimate(double logRatio);

    /** The estimates for every token of some responses. */
    public TokenValues estimate(TokenValues policy, TokenValues reference) {
        return policy.minus(reference).map(this::estimate);
    }
}
