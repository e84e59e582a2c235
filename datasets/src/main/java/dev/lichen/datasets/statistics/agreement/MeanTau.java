package dev.lichen.datasets.statistics.agreement;

import dev.lichen.datasets.statistics.Finding;
import dev.lichen.datasets.statistics.RankTable;
import dev.lichen.datasets.statistics.Undefined;
import dev.lichen.datasets.statistics.WeakOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

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
        return all(byJudge(orders, true, KendallTau::b));
    }

    /** Returns the mean τ_x. */
    public static Finding<MeanTau> x(Collection<WeakOrder> orders) {
        return all(byJudge(orders, false, KendallTau::x));
    }

    /** Returns the mean τ-b of each judge with the others, in the order given. */
    public static List<Finding<MeanTau>> bOfEach(Collection<WeakOrder> orders) {
        return byJudge(orders, true, KendallTau::b).stream().map(Sum::mean).toList();
    }

    /**
     * The correlations of one judge with the others.
     *
     * @param total their sum
     * @param pairs how many are defined
     * @param others how many others there are
     */
    private record Sum(double total, long pairs, long others) {

        Finding<MeanTau> mean() {
            return of(total, pairs, others);
        }
    }

    private static Finding<MeanTau> all(List<Sum> sums) {
        double total = sums.stream().mapToDouble(Sum::total).sum() / 2;
        long pairs = sums.stream().mapToLong(Sum::pairs).sum() / 2;
        long others = sums.stream().mapToLong(Sum::others).sum() / 2;
        return of(total, pairs, others);
    }

    private static List<Sum> byJudge(
            Collection<WeakOrder> orders,
            boolean tieIsZero,
            BiFunction<WeakOrder, WeakOrder, Finding<Double>> correlation) {
        RankTable table = RankTable.of(orders);
        return table.isComplete() ? byTotals(table, tieIsZero) : pairByPair(List.copyOf(orders), correlation);
    }

    /**
     * Where all judges rank all items, τ is the cosine of their vectors of scores by ordered pair of items (1, 0, −1 for
     * τ-b; 1, 1, −1 for τ_x), so that the sum of a judge's τ with all others is v·(Σ v) − 1, v of length 1: two passes over
     * the judges instead of one over their pairs.
     */
    private static List<Sum> byTotals(RankTable table, boolean tieIsZero) {
        double[] totals = new double[table.itemCount() * table.itemCount()];
        long judges = 0;
        for (int judge = 0; judge < table.judges(); judge++) {
            double[] scores = scores(table, judge, tieIsZero);
            judges += norm(scores) > 0 ? 1 : 0;
            for (int pair = 0; pair < totals.length; pair++) {
                totals[pair] += scores[pair];
            }
        }
        List<Sum> sums = new ArrayList<>();
        for (int judge = 0; judge < table.judges(); judge++) {
            double[] scores = scores(table, judge, tieIsZero);
            boolean defined = norm(scores) > 0;
            sums.add(new Sum(defined ? dot(scores, totals) - 1 : 0, defined ? judges - 1 : 0, table.judges() - 1));
        }
        return sums;
    }

    /** Returns a judge's scores, scaled to length 1; all 0 where τ-b is not defined. */
    private static double[] scores(RankTable table, int judge, boolean tieIsZero) {
        int k = table.itemCount();
        double[] scores = new double[k * k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                int order = Integer.compare(table.tier(judge, j), table.tier(judge, i));
                scores[i * k + j] = i == j ? 0 : order == 0 && !tieIsZero ? 1 : order;
            }
        }
        double norm = norm(scores);
        return Arrays.stream(scores).map(score -> norm > 0 ? score / norm : 0).toArray();
    }

    private static double norm(double[] vector) {
        double squares = 0;
        for (double x : vector) {
            squares += x * x;
        }
        return Math.sqrt(squares);
    }

    private static double dot(double[] first, double[] second) {
        double sum = 0;
        for (int i = 0; i < first.length; i++) {
            sum += first[i] * second[i];
        }
        return sum;
    }

    private static List<Sum> pairByPair(
            List<WeakOrder> orders, BiFunction<WeakOrder, WeakOrder, Finding<Double>> correlation) {
        double[] totals = new double[orders.size()];
        long[] pairs = new long[orders.size()];
        for (int a = 0; a < totals.length; a++) {
            for (int b = a + 1; b < totals.length; b++) {
                if (correlation.apply(orders.get(a), orders.get(b)) instanceof Finding.Found<Double>(Double tau)) {
                    totals[a] += tau;
                    totals[b] += tau;
                    pairs[a]++;
                    pairs[b]++;
                }
            }
        }
        return IntStream.range(0, totals.length)
                .mapToObj(judge -> new Sum(totals[judge], pairs[judge], totals.length - 1L))
                .toList();
    }

    private static Finding<MeanTau> of(double sum, long defined, long all) {
        if (all == 0) {
            return Finding.undefined(Undefined.Reason.TOO_FEW_VALUES, "there are not two orders to compare");
        }
        if (defined == 0) {
            return Finding.undefined(
                    Undefined.Reason.NO_VARIATION,
                    "on none of the " + all + " pairs of orders is the correlation defined");
        }
        return Finding.of(new MeanTau(sum / defined, defined, all - defined));
    }
}
