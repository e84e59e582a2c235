package dev.lichen.rewardmodel;

/** The logistic function and its logarithm, in forms that neither overflow nor lose the tail. */
public final class Logistic {

    private Logistic() {}

    /** σ(x) = 1 / (1 + exp(-x)): the probability of winning by a score difference of x. */
    public static double probability(double difference) {
        return 1 / (1 + Math.exp(-difference));
    }

    /** log(1 + exp(x)) = -log σ(-x); grows as x for large x, so that a badly wrong pair keeps its gradient. */
    public static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }
}
