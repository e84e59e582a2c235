package dev.lichen.rewardmodel;

/**
 * Says how unsure a reward model is about the order of several answers: the mean over all pairs of the entropy, in bits, of
 * which of the two wins.
 *
 * <p>Under Bradley and Terry (1952) the first wins with probability p = σ(rᵢ − rⱼ), and the entropy is
 * H(p) = −p log₂ p − (1 − p) log₂(1 − p): 1 where both score the same, near 0 where one is far ahead. To ask people where
 * it is high is uncertainty sampling (Lewis and Gale 1994).
 */
public final class OrderUncertainty {

    private static final double LOG_2 = Math.log(2);

    private OrderUncertainty() {}

    /**
     * Returns the mean entropy of the pairs, in bits, in [0, 1].
     *
     * @param scores K of them, K at least 2, in nats: differences are log odds
     */
    public static double bits(double... scores) {
        if (scores.length < 2) {
            throw new IllegalArgumentException("found " + scores.length + " scores, expected at least 2");
        }
        double sum = 0;
        for (int first = 0; first < scores.length; first++) {
            for (int second = first + 1; second < scores.length; second++) {
                sum += entropy(scores[first] - scores[second]);
            }
        }
        return sum / (scores.length * (scores.length - 1) / 2.0);
    }

    /** H(σ(d)) with −log σ(d) = softplus(−d), which keeps the tails. */
    private static double entropy(double difference) {
        double nats = Logistic.probability(difference) * Logistic.softplus(-difference)
                + Logistic.probability(-difference) * Logistic.softplus(difference);
        return nats / LOG_2;
    }
}
