package dev.lichen.datasets.statistics.preference;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Hunter's MM algorithm for choices of single items: {@code p_i ← W_i / Σ_{sets with i} n_R / Σ_{j∈R} p_j}, scaled to
 * geometric mean 1.
 *
 * <p>W_i is how often i was chosen, n_R how often there was a choice from R. Each step raises the likelihood. Source:
 * Hunter, MM algorithms for generalized Bradley–Terry models, Annals of Statistics 32 (2004).
 */
final class Minorisation {

    private static final int MOST_STEPS = 100_000;
    private static final double SMALLEST_CHANGE = 1e-13;

    private Minorisation() {}

    /** Returns log p of items that hang together. */
    static double[] logStrengths(Choices choices) {
        double[] chosen = choices.observed();
        double[] strengths = new double[choices.items()];
        Arrays.fill(strengths, 1);
        double change = Double.POSITIVE_INFINITY;
        for (int step = 0; step < MOST_STEPS && change > SMALLEST_CHANGE; step++) {
            double[] next = step(choices, chosen, strengths);
            change = largestChange(strengths, next);
            strengths = next;
        }
        return Arrays.stream(strengths).map(Math::log).toArray();
    }

    private static double[] step(Choices choices, double[] chosen, double[] strengths) {
        double[] shares = new double[strengths.length];
        int number = 0;
        for (BitSet set : choices.sets()) {
            double total = set.stream().mapToDouble(i -> strengths[i]).sum();
            double share = choices.weight(number++) / total;
            set.stream().forEach(i -> shares[i] += share);
        }
        double[] next = new double[strengths.length];
        double logs = 0;
        for (int i = 0; i < next.length; i++) {
            next[i] = chosen[i] / shares[i];
            logs += Math.log(next[i]);
        }
        double mean = Math.exp(logs / next.length);
        return Arrays.stream(next).map(p -> p / mean).toArray();
    }

    private static double largestChange(double[] before, double[] after) {
        double change = 0;
        for (int i = 0; i < before.length; i++) {
            change = Math.max(change, Math.abs(after[i] / before[i] - 1));
        }
        return change;
    }
}
