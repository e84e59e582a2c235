package dev.lichen.datasets.statistics.agreement;

import dev.lichen.datasets.statistics.Finding;
import dev.lichen.datasets.statistics.Undefined;
import dev.lichen.datasets.statistics.WeakOrder;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.KendallsCorrelation;

/**
 * Kendall's rank correlations of two orders of the same items: τ-b and τ_x, in [−1, 1].
 *
 * <p>{@code τ_b = (C − D)/√((n₀ − n₁)(n₀ − n₂))}, where C and D are the concordant and discordant pairs, {@code n₀ =
 * n(n−1)/2}, and n₁ and n₂ the pairs tied in one and in the other. It is undefined where either ties everything. Source:
 * Kendall, The treatment of ties in ranking problems, Biometrika 33 (1945).
 *
 * <p>{@code τ_x = Σ_i Σ_j a_ij b_ij / (n(n−1))}, where {@code a_ij} is 1 if i is ahead of j or tied with it, −1 if behind,
 * 0 if i = j. A tie agrees with a tie, so τ_x is 1 exactly where the orders are equal and is defined for any two items;
 * (1 − τ_x)/2 is the Kemeny–Snell distance, scaled. Source: Emond and Mason, A new rank correlation coefficient with
 * application to the consensus ranking problem, Journal of Multi-Criteria Decision Analysis 11 (2002).
 *
 * <p>Both are computed on the items that both orders rank.
 */
public final class KendallTau {

    private KendallTau() {}

    /** Returns τ-b of two orders, on the items in both. */
    public static Finding<Double> b(WeakOrder first, WeakOrder second) {
        double[][] ranks = common(first, second);
        return b(ranks[0], ranks[1]);
    }

    /** Returns τ_x of two orders, on the items in both. */
    public static Finding<Double> x(WeakOrder first, WeakOrder second) {
        double[][] ranks = common(first, second);
        return x(ranks[0], ranks[1]);
    }

    /**
     * Returns τ-b of two variables.
     *
     * @param first a value, such as a rank, for each item; NaN if missing
     * @param second the same for the same items
     */
    public static Finding<Double> b(double[] first, double[] second) {
        double[][] values = present(first, second);
        int n = values[0].length;
        if (n < 2) {
            return tooFew(n);
        }
        for (double[] variable : values) {
            if (isConstant(variable)) {
                return Finding.undefined(
                        Undefined.Reason.NO_VARIATION, "one order ties all " + n + " items: it has no direction");
            }
        }
        return Finding.of(new KendallsCorrelation().correlation(values[0], values[1]));
    }

    /**
     * Returns τ_x of two variables.
     *
     * @param first a value, such as a rank, for each item; NaN if missing
     * @param second the same for the same items
     */
    public static Finding<Double> x(double[] first, double[] second) {
        double[][] values = present(first, second);
        int n = values[0].length;
        if (n < 2) {
            return tooFew(n);
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (i != j) {
                    sum += score(values[0], i, j) * score(values[1], i, j);
                }
            }
        }
        return Finding.of(sum / ((double) n * (n - 1)));
    }

    private static int score(double[] values, int i, int j) {
        return values[i] <= values[j] ? 1 : -1;
    }

    /** Returns the tiers of the items in both orders, item by item. */
    private static double[][] common(WeakOrder first, WeakOrder second) {
        Map<String, Integer> a = first.tierOfItem();
        Map<String, Integer> b = second.tierOfItem();
        String[] items = a.keySet().stream().filter(b::containsKey).sorted().toArray(String[]::new);
        return new double[][] {ranks(a, items), ranks(b, items)};
    }

    private static double[] ranks(Map<String, Integer> tiers, String[] items) {
        double[] ranks = new double[items.length];
        for (int i = 0; i < items.length; i++) {
            ranks[i] = tiers.getOrDefault(items[i], 0);
        }
        return ranks;
    }

    /** Returns both variables without the items at which either is NaN. */
    static double[][] present(double[] first, double[] second) {
        if (first.length != second.length) {
            throw new IllegalArgumentException(
                    "both need a value for each item, had " + first.length + " and " + second.length);
        }
        int[] kept = IntStream.range(0, first.length)
                .filter(i -> !Double.isNaN(first[i]) && !Double.isNaN(second[i]))
                .toArray();
        return new double[][] {picked(first, kept), picked(second, kept)};
    }

    /** Picks values, with −0 as 0, which Commons Math would tell apart. */
    private static double[] picked(double[] values, int[] kept) {
        return IntStream.of(kept).mapToDouble(i -> values[i] + 0.0).toArray();
    }

    private static boolean isConstant(double[] values) {
        for (double value : values) {
            if (value != values[0]) {
                return false;
            }
        }
        return true;
    }

    private static Finding<Double> tooFew(int items) {
        return Finding.undefined(
                Undefined.Reason.TOO_FEW_VALUES, "the orders have " + items + " items in common; two are needed");
    }
}
