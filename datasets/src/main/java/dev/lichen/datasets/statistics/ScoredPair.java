package dev.lichen.datasets.statistics;

/**
 * What a model says of two answers that a person has put in order.
 *
 * @param cluster names the prompt, whose pairs are not independent
 * @param margin the score of the answer that the person preferred, less that of the other; Δ
 */
public record ScoredPair(String cluster, double margin) {

    public ScoredPair {
        if (!Double.isFinite(margin)) {
            throw new IllegalArgumentException("margin must be finite, was " + margin);
        }
    }

    /** Returns 1 if the model agrees with the person, 0 if not, ½ if it scores both the same. */
    public double agreement() {
        return margin > 0 ? 1 : margin < 0 ? 0 : 0.5;
    }

    /** Returns σ(|Δ|) in [½, 1): the probability that the model gives to the order it believes in. */
    public double confidence() {
        return 1 / (1 + Math.exp(-Math.abs(margin)));
    }
}
