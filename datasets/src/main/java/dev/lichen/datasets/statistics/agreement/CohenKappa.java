package dev.lichen.datasets.statistics.agreement;

import dev.lichen.datasets.statistics.ClusterBootstrap;
import dev.lichen.datasets.statistics.Finding;
import dev.lichen.datasets.statistics.Statistic;
import dev.lichen.datasets.statistics.Undefined;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Cohen's κ: agreement of two raters on categories, plain or weighted.
 *
 * <p>{@code κ = 1 − Σ w_ij o_ij / Σ w_ij e_ij}, where o are the shares of items that the first rater put into i and the
 * second into j, e the product of the raters' shares, and w the weight of that disagreement. With the plain weight it is
 * {@code (p_o − p_e)/(1 − p_e)}. Source: Cohen, A coefficient of agreement for nominal scales (1960); Weighted kappa
 * (1968).
 *
 * <p>Undefined without items, and where both raters put all items into one and the same category.
 */
public final class CohenKappa {

    /** How much a disagreement weighs. */
    public enum Weight {
        /** All disagreements are equal; for categories without an order. */
        PLAIN {
            @Override
            double of(int first, int second) {
                return first == second ? 0 : 1;
            }
        },
        /** By the distance of the categories, which are in order. */
        LINEAR {
            @Override
            double of(int first, int second) {
                return Math.abs(first - second);
            }
        },
        /** By the square of the distance of the categories, which are in order. */
        QUADRATIC {
            @Override
            double of(int first, int second) {
                return (double) (first - second) * (first - second);
            }
        };

        abstract double of(int first, int second);
    }

    private CohenKappa() {}

    /** Returns the plain κ of a table. */
    public static Finding<Double> of(long[][] table) {
        return of(table, Weight.PLAIN);
    }

    /**
     * Returns κ of a table.
     *
     * @param table square: how many items the first rater put into the row's category and the second into the column's
     * @param weight how much a disagreement weighs
     */
    public static Finding<Double> of(long[][] table, Weight weight) {
        requireSquare(table);
        double[] rows = new double[table.length];
        double[] columns = new double[table.length];
        double n = 0;
        double observed = 0;
        for (int i = 0; i < table.length; i++) {
            for (int j = 0; j < table.length; j++) {
                rows[i] += table[i][j];
                columns[j] += table[i][j];
                n += table[i][j];
                observed += weight.of(i, j) * table[i][j];
            }
        }
        double expected = expected(rows, columns, weight);
        if (n == 0) {
            return Finding.undefined(Undefined.Reason.NO_OBSERVATIONS, "the two raters have no item in common");
        }
        return expected > 0
                ? Finding.of(1 - n * observed / expected)
                : Finding.undefined(
                        Undefined.Reason.NO_VARIATION,
                        "both raters put all items into one category: disagreement could not have been seen");
    }

    private static double expected(double[] rows, double[] columns, Weight weight) {
        double expected = 0;
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                expected += weight.of(i, j) * rows[i] * columns[j];
            }
        }
        return expected;
    }

    /** Returns κ of two raters' categories, item by item; the order of categories is their natural order. */
    public static <T extends Comparable<T>> Finding<Double> of(List<T> first, List<T> second, Weight weight) {
        return of(table(categories(first, second), first, second), weight);
    }

    /**
     * Returns κ with its interval, items resampled by cluster.
     *
     * @param first the first rater's category of each item
     * @param second the second rater's
     * @param clusters the name of each item's cluster, such as its prompt
     * @param weight how much a disagreement weighs
     * @param bootstrap how the interval is found
     */
    public static <T extends Comparable<T>> Statistic estimate(
            List<T> first, List<T> second, List<String> clusters, Weight weight, ClusterBootstrap bootstrap) {
        if (of(first, second, weight) instanceof Finding.Missing<Double>(Undefined reason)) {
            return reason;
        }
        List<T> categories = categories(first, second);
        List<List<Integer>> items = grouped(clusters);
        int[][] cells = items.stream()
                .map(group -> cells(categories, first, second, group))
                .toArray(int[][]::new);
        return bootstrap.estimate(
                items.size(),
                first.size(),
                drawn ->
                        of(sum(cells, drawn, categories.size()), weight).found().orElse(Double.NaN));
    }

    private static List<List<Integer>> grouped(List<String> clusters) {
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        for (int item = 0; item < clusters.size(); item++) {
            groups.computeIfAbsent(clusters.get(item), name -> new ArrayList<>())
                    .add(item);
        }
        return List.copyOf(groups.values());
    }

    /** Returns the place in the table, row by row, of each item of a cluster. */
    private static <T> int[] cells(List<T> categories, List<T> first, List<T> second, List<Integer> items) {
        return items.stream()
                .mapToInt(item ->
                        categories.indexOf(first.get(item)) * categories.size() + categories.indexOf(second.get(item)))
                .toArray();
    }

    private static long[][] sum(int[][] cells, int[] drawn, int size) {
        long[][] sum = new long[size][size];
        for (int number : drawn) {
            for (int cell : cells[number]) {
                sum[cell / size][cell % size]++;
            }
        }
        return sum;
    }

    private static <T extends Comparable<T>> List<T> categories(List<T> first, List<T> second) {
        return List.copyOf(
                new TreeSet<>(Stream.concat(first.stream(), second.stream()).toList()));
    }

    private static <T> long[][] table(List<T> categories, List<T> first, List<T> second) {
        if (first.size() != second.size()) {
            throw new IllegalArgumentException(
                    "both raters need a category for each item, had " + first.size() + " and " + second.size());
        }
        long[][] table = new long[categories.size()][categories.size()];
        for (int item = 0; item < first.size(); item++) {
            table[categories.indexOf(first.get(item))][categories.indexOf(second.get(item))]++;
        }
        return table;
    }

    private static void requireSquare(long[][] table) {
        if (Arrays.stream(table)
                .anyMatch(
                        row -> row.length != table.length || Arrays.stream(row).anyMatch(count -> count < 0))) {
            throw new IllegalArgumentException("need a square table of counts, none negative");
        }
    }
}
