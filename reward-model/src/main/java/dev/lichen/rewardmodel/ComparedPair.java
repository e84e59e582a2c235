package dev.lichen.rewardmodel;

/**
 * Two answers of a ranking as the loss compares them.
 *
 * @param better the index of the answer judged better; of a tie, the first
 * @param worse the index of the other
 * @param target the probability with which the better one should win, in [0, 1]: 1 for certain, 0.5 for a tie
 * @param margin by how much the better score should exceed the other, in units of score
 */
public record ComparedPair(int better, int worse, double target, double margin) {

    /** Checks the range. */
    public ComparedPair {
        if (!(target >= 0 && target <= 1)) {
            throw new IllegalArgumentException("target must be in [0, 1], was " + target);
        }
    }

    /** The cross-entropy of the target under σ(r_better - r_worse - margin), in nats. */
    double loss(double[] scores) {
        double logit = logit(scores);
        return target * Logistic.softplus(-logit) + (1 - target) * Logistic.softplus(logit);
    }

    /** The derivative of the loss with respect to r_better; with respect to r_worse it is the negative. */
    double slope(double[] scores) {
        return Logistic.probability(logit(scores)) - target;
    }

    private double logit(double[] scores) {
        return scores[better] - scores[worse] - margin;
    }
}
