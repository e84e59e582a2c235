package dev.lichen.datasets.statistics.agreement;

import dev.lichen.datasets.statistics.Finding;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.special.Erf;

/**
 * The test whether two variables are independent, by τ-b.
 *
 * <p>Without ties and up to 33 items the distribution of the number of discordant pairs over all n! orders is exact; else
 * C − D is taken as normal with Kendall's variance under ties. Source: Kendall, Rank Correlation Methods (1970), chapter
 * 5.
 *
 * @param tau τ-b
 * @param pValue the probability, if there is no relation, of a τ at least as far from 0
 * @param exact whether the distribution was exact
 */
public record KendallTest(double tau, double pValue, boolean exact) {

    private static final int MOST_ITEMS_EXACT = 33;

    /**
     * Tests two variables, two-sided.
     *
     * @param first a value for each item; NaN if missing
     * @param second the same for the same items
     */
    public static Finding<KendallTest> of(double[] first, double[] second) {
        double[][] values = KendallTau.present(first, second);
        return KendallTau.b(first, second).map(tau -> of(tau, values[0], values[1]));
    }

    private static KendallTest of(double tau, double[] first, double[] second) {
        Ties a = Ties.of(first);
        Ties b = Ties.of(second);
        double pairs = first.length * (first.length - 1) / 2.0;
        double difference = Math.rint(tau * Math.sqrt((pairs - a.pairs) * (pairs - b.pairs)));
        if (a.pairs == 0 && b.pairs == 0 && first.length <= MOST_ITEMS_EXACT) {
            return new KendallTest(tau, exact(first.length, Math.abs(difference)), true);
        }
        double deviation = Math.sqrt(variance(first.length, a, b));
        return new KendallTest(tau, Erf.erfc(Math.abs(difference) / deviation / Math.sqrt(2)), false);
    }

    /** Returns the share of the n! orders in which |C − D| is at least this. */
    private static double exact(int n, double difference) {
        double[] shares = {1}; // by the number of inversions; each item adds 0 to its position of them
        for (int item = 2; item <= n; item++) {
            double[] next = new double[shares.length + item - 1];
            for (int inversions = 0; inversions < shares.length; inversions++) {
                for (int added = 0; added < item; added++) {
                    next[inversions + added] += shares[inversions] / item;
                }
            }
            shares = next;
        }
        double p = 0;
        for (int inversions = 0; inversions < shares.length; inversions++) {
            p += Math.abs(shares.length - 1 - 2.0 * inversions) >= difference ? shares[inversions] : 0;
        }
        return Math.min(1, p);
    }

    private static double variance(double n, Ties a, Ties b) {
        double m = n * (n - 1);
        double untied = (m * (2 * n + 5) - a.spread - b.spread) / 18;
        double triples = n > 2 ? a.triples * b.triples / (9 * m * (n - 2)) : 0;
        return untied + 2 * a.pairs * b.pairs / m + triples;
    }

    /**
     * The sums over groups of t equal values: t(t−1)/2, t(t−1)(t−2) and t(t−1)(2t+5).
     *
     * @param pairs the first
     * @param triples the second
     * @param spread the third
     */
    private record Ties(double pairs, double triples, double spread) {

        static Ties of(double[] values) {
            Map<Double, Integer> groups = new TreeMap<>();
            Arrays.stream(values).forEach(value -> groups.merge(value, 1, Integer::sum));
            double pairs = 0;
            double triples = 0;
            double spread = 0;
            for (double t : groups.values()) {
                pairs += t * (t - 1) / 2;
                triples += t * (t - 1) * (t - 2);
                spread += t * (t - 1) * (2 * t + 5);
            }
            return new Ties(pairs, triples, spread);
        }
    }
}
