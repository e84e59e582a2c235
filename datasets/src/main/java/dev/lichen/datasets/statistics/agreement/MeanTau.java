package dev.lichen.datasets.statistics.agreement;

import dev.lichen.datasets.statistics.Finding;
import dev.lichen.datasets.statistics.RankTable;
import dev.lichen.datasets.statistics.Undefined;
import dev.lichen.datasets.statistics.WeakOrder;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;

/**
 * The mean of Kendall's correlation over all pairs of judges.
 *
 * @param mean the mean over the pairs on which it is defined, in [−1, 1]
 * @param pairs how many those are
 * @param undefinedPairs on how many it is not: an order ties all, or two orders share fewer than two items
 */
public record MeanTau(double mean, long pairs, long undefinedPairs) {

    /** Returns the mean τ-b. */
    public static Finding<MeanTau> b(Collection<WeakOrder> orders) {
        RankTable table = RankTable.of(orders);
        return table.isComplete() ? byTotals(table, true) : pairByPair(List.copyOf(orders), KendallTau::b);
    }

    /** Returns the mean τ_x. */
    public static Finding<MeanTau> x(Collection<WeakOrder> orders) {
        RankTable table = RankTable.of(orders);
        return table.isComplete() ? byTotals(table, false) : pairByPair(List.copyOf(orders), KendallTau::x);
    }

    /**
     * Where all judges rank all items, τ is the cosine of their vectors of scores by ordered pair of items (1, 0, −1 for
     * τ-b; 1, 1, −1 for τ_x), so that Σ_{a≠b} τ_ab = ‖Σ v_a/‖v_a‖‖² − m: one pass over the judges.
     */
    private static Finding<MeanTau> byTotals(RankTable table, boolean tieIsZero) {
        int k = table.itemCount();
        double[] totals = new double[k * k];
        long judges = 0;
        for (int judge = 0; judge < table.judges(); judge++) {
            double[] scores = scores(table, judge, tieIsZero);
            double norm = norm(scores);
            if (norm > 0) {
                judges++;
                for (int pair = 0; pair < totals.length; pair++) {
                    totals[pair] += scores[pair] / norm;
                }
            }
        }
        double sum = Math.pow(norm(totals), 2) - judges;
        return of(sum / 2, judges * (judges - 1) / 2, pairs(table.judges()));
    }

    private static double[] scores(RankTable table, int judge, boolean tieIsZero) {
        int k = table.itemCount();
        double[] scores = new double[k * k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                int order = Integer.compare(table.tier(judge, j), table.tier(judge, i));
                scores[i * k + j] = i == j ? 0 : order == 0 && !tieIsZero ? 1 : order;
            }
        }
        return scores;
    }

    private static double norm(double[] vector) {
        double squares = 0;
        for (double x : vector) {
            squares += x * x;
        }
        return Math.sqrt(squares);
    }

    private static Finding<MeanTau> pairByPair(
            List<WeakOrder> orders, BiFunction<WeakOrder, WeakOrder, Finding<Double>> correlation) {
        double sum = 0;
        long defined = 0;
        for (int a = 0; a < orders.size(); a++) {
            for (int b = a + 1; b < orders.size(); b++) {
                if (correlation.apply(orders.get(a), orders.get(b)) instanceof Finding.Found<Double>(Double tau)) {
                    sum += tau;
                    defined++;
                }
            }
        }
        return of(sum, defined, pairs(orders.size()));
    }

    private static long pairs(long judges) {
        return judges * (judges - 1) / 2;
    }

    private static Finding<MeanTau> of(double sum, long defined, long all) {
        if (all == 0) {
            return Finding.undefined(Undefined.Reason.TOO_FEW_VALUES, "there are not two orders to compare");
        }
        if (defined == 0) {
            return Finding.undefined(
                    Undefined.Reason.NO_VARIATION, "on none of the " + all + " pairs of orders is the correlation defined");
        }
        return Finding.of(new MeanTau(sum / defined, defined, all - defined));
    }
}
