package dev.lichen.rewardmodel;

/**
 * Finds the temperature T for which σ(Δ/T) best predicts held-out judgements, by maximum likelihood.
 *
 * <p>Reward models are over-confident: T is usually above 1. The loss Σ log(1 + exp(-aΔ)) is convex in a = 1/T; its
 * only minimum is found by bisection of the derivative. Where the judgements are all predicted (or predicted no better
 * than by chance) the minimum lies at infinity (or at 0), and the end of the range is returned.
 */
public final class ScoreTemperature {

    private static final double SMALLEST = 1e-3;
    private static final double LARGEST = 1e3;
    private static final int HALVINGS = 100;

    private ScoreTemperature() {}

    /** The temperature for differences r_better - r_worse, in [0.001, 1000]. */
    public static double fit(double... differences) {
        double low = Math.log(1 / LARGEST);
        double high = Math.log(1 / SMALLEST);
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (slope(Math.exp(middle), differences) <= 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.exp(-(low + high) / 2);
    }

    private static double slope(double inverseTemperature, double[] differences) {
        double slope = 0;
        for (double difference : differences) {
            slope -= difference * Logistic.probability(-inverseTemperature * difference);
        }
        return slope;
    }
}
