package dev.lichen.ppo;

/**
 * Estimates how much better each token was than the critic expected.
 *
 * <p>δ_t = r_t + γ V_{t+1} - V_t and A_t = δ_t + γ λ A_{t+1}, with V = A = 0 after the last token (Schulman et al. 2015,
 * equations 11 to 16). The returns A + V, which the critic learns, use the advantages before any whitening.
 *
 * @param discount γ, in [0, 1]; 1 for language, where the score comes once, at the end
 * @param smoothing λ, in [0, 1]; smaller values trust the critic more
 */
public record GeneralizedAdvantageEstimator(double discount, double smoothing) {

    /** Checks the ranges. */
    public GeneralizedAdvantageEstimator {
        Ranges.requireUnit("discount", discount);
        Ranges.requireUnit("smoothing", smoothing);
    }

    /** Estimates advantages and returns from rewards and values of the same responses. */
    public Advantages estimate(TokenValues rewards, TokenValues values) {
        rewards.requireSameRows(values);
        double[][] rows = new double[rewards.rows()][];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = advantages(rewards.row(row), values.row(row));
        }
        TokenValues advantages = TokenValues.of(rows);
        return new Advantages(advantages, advantages.plus(values));
    }

    private double[] advantages(double[] rewards, double[] values) {
        double[] advantages = new double[rewards.length];
        double nextValue = 0;
        double nextAdvantage = 0;
        for (int t = rewards.length - 1; t >= 0; t--) {
            double delta = rewards[t] + discount * nextValue - values[t];
            advantages[t] = delta + discount * smoothing * nextAdvantage;
            nextAdvantage = advantages[t];
            nextValue = values[t];
        }
        return advantages;
    }
}
