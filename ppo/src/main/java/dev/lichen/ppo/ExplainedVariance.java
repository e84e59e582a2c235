package dev.lichen.ppo;

/**
 * Measures how much of the returns' spread the critic foresaw: 1 - Var(R - V) / Var(R).
 *
 * <p>1 is a perfect critic, 0 one that knows only the mean, and a negative number one that is worse than the mean.
 */
public final class ExplainedVariance {

    private ExplainedVariance() {}

    /** The explained variance, or 0 where the returns do not vary and the question has no answer. */
    public static double of(TokenValues values, TokenValues returns) {
        double spread = variance(returns);
        return spread == 0 ? 0 : 1 - variance(returns.minus(values)) / spread;
    }

    private static double variance(TokenValues values) {
        return Whitening.variance(values, values.mean());
    }
}
