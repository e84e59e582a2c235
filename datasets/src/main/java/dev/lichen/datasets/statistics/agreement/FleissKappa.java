package dev.lichen.datasets.statistics.agreement;

import dev.lichen.datasets.statistics.ClusterBootstrap;
import dev.lichen.datasets.statistics.Finding;
import dev.lichen.datasets.statistics.Statistic;
import dev.lichen.datasets.statistics.Undefined;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Fleiss' κ: agreement of n raters on categories, every item rated by the same number of them.
 *
 * <p>{@code κ = (P̄ − P̄_e)/(1 − P̄_e)} with {@code P_i = (Σ_j n_ij² − n)/(n(n−1))} and {@code P̄_e = Σ_j p_j²}. Source:
 * Fleiss, Measuring nominal scale agreement among many raters, Psychological Bulletin 76 (1971).
 *
 * <p>Undefined where items have different numbers of ratings (Krippendorff's α takes those), for fewer than two raters, and
 * where all ratings fall into one category.
 */
public final class FleissKappa {

    private FleissKappa() {}

    /**
     * Returns κ.
     *
     * @param counts a row an item, a column a category: how many raters put the item there
     */
    public static Finding<Double> of(int[][] counts) {
        Optional<Undefined> problem = problem(counts);
        return problem.isPresent()
                ? new Finding.Missing<>(problem.get())
                : Finding.of(kappa(counts, IntStream.range(0, counts.length).toArray()));
    }

    /** Returns κ with its interval, items resampled. */
    public static Statistic estimate(int[][] counts, ClusterBootstrap bootstrap) {
        Optional<Undefined> problem = problem(counts);
        if (problem.isPresent()) {
            return problem.get();
        }
        long n = Arrays.stream(counts).flatMapToInt(Arrays::stream).sum();
        return bootstrap.estimate(counts.length, n, drawn -> kappa(counts, drawn));
    }

    /** Returns κ of the items drawn, or NaN where all ratings fall into one category. */
    private static double kappa(int[][] counts, int[] items) {
        double[] totals = new double[counts[0].length];
        double raters = IntStream.of(counts[0]).sum();
        double agreement = 0;
        for (int item : items) {
            double squares = 0;
            for (int category = 0; category < totals.length; category++) {
                double count = counts[item][category];
                totals[category] += count;
                squares += count * count;
            }
            agreement += (squares - raters) / (raters * (raters - 1));
        }
        double ratings = raters * items.length;
        double chance = Arrays.stream(totals)
                .map(total -> (total / ratings) * (total / ratings))
                .sum();
        return chance < 1 ? (agreement / items.length - chance) / (1 - chance) : Double.NaN;
    }

    private static Optional<Undefined> problem(int[][] counts) {
        if (counts.length == 0) {
            return Optional.of(new Undefined(Undefined.Reason.NO_OBSERVATIONS, "there are no items"));
        }
        requireCounts(counts);
        int raters = IntStream.of(counts[0]).sum();
        for (int item = 0; item < counts.length; item++) {
            if (IntStream.of(counts[item]).sum() != raters) {
                return Optional.of(new Undefined(
                        Undefined.Reason.UNEVEN_DESIGN,
                        "item 1 has " + raters + " ratings and item " + (item + 1) + " has "
                                + IntStream.of(counts[item]).sum()
                                + "; Krippendorff's alpha takes unequal numbers"));
            }
        }
        if (raters < 2) {
            return Optional.of(new Undefined(
                    Undefined.Reason.TOO_FEW_VALUES, "each item has " + raters + " ratings; two are needed"));
        }
        return isOneCategory(counts)
                ? Optional.of(new Undefined(
                        Undefined.Reason.NO_VARIATION,
                        "all ratings fall into one category: disagreement could not have been seen"))
                : Optional.empty();
    }

    private static boolean isOneCategory(int[][] counts) {
        return IntStream.range(0, counts[0].length)
                        .filter(category -> Arrays.stream(counts).anyMatch(row -> row[category] > 0))
                        .count()
                == 1;
    }

    private static void requireCounts(int[][] counts) {
        for (int[] row : counts) {
            if (row.length != counts[0].length || IntStream.of(row).anyMatch(count -> count < 0)) {
                throw new IllegalArgumentException("every item needs " + counts[0].length + " counts, none negative");
            }
        }
    }
}
