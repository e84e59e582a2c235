package dev.lichen.datasets.statistics;

import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Computes Wilson's score interval of a rate, from independent trials.
 *
 * <p>With p̂ = x/n and z the normal quantile, the bounds are
 * {@code (p̂ + z²/2n ± z √(p̂(1−p̂)/n + z²/4n²)) / (1 + z²/n)}. They stay within [0, 1] and have width even for x = 0.
 * Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927).
 */
public final class WilsonInterval {

    private WilsonInterval() {}

    /**
     * Returns the interval.
     *
     * @param successes x in [0, n]; a half counts for a tie
     * @param trials n, at least 1
     * @param level in (0, 1)
     */
    public static Interval of(double successes, long trials, double level) {
        if (trials < 1 || !(successes >= 0 && successes <= trials)) {
            throw new IllegalArgumentException("need 0 <= successes <= trials, were " + successes + " and " + trials);
        }
        double z = normalQuantile(0.5 + Interval.requireLevel(level) / 2);
        double rate = successes / trials;
        double perTrial = z * z / trials;
        double centre = rate + perTrial / 2;
        double half = z * Math.sqrt(rate * (1 - rate) / trials + perTrial / (4 * trials));
        double scale = 1 + perTrial;
        return new Interval(Math.max(0, (centre - half) / scale), Math.min(1, (centre + half) / scale), level);
    }

    /** Returns the value below which a standard normal variable falls with this probability. */
    public static double normalQuantile(double probability) {
        return new NormalDistribution(null, 0, 1).inverseCumulativeProbability(probability);
    }
}
