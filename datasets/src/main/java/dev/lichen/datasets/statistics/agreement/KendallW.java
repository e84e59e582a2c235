package dev.lichen.datasets.statistics.agreement;

import dev.lichen.datasets.statistics.Finding;
import dev.lichen.datasets.statistics.RankTable;
import dev.lichen.datasets.statistics.Undefined;
import dev.lichen.datasets.statistics.WeakOrder;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.stat.ranking.NaturalRanking;
import org.apache.commons.math3.stat.ranking.TiesStrategy;

/**
 * Kendall's coefficient of concordance: how far m judges agree on the order of the same n items, in [0, 1].
 *
 * <p>{@code W = 12 S/(m²(n³ − n) − m Σ T_j)} with {@code S = Σ (R_i − R̄)²} over the items' rank sums and {@code T_j =
 * Σ (t³ − t)} over the judge's groups of t tied items, which get their mean rank. {@code χ² = m(n−1)W} with n − 1 degrees
 * of freedom tests whether there is any agreement (for n above about 7). Source: Kendall and Babington Smith, The problem
 * of m rankings (1939); Siegel, Nonparametric Statistics (1956).
 *
 * <p>Undefined for fewer than two judges or items, where a judge left items out, and where every judge ties everything.
 *
 * @param value W, 1 if all judges give the same order, 0 if the rank sums are equal
 * @param judges m
 * @param items n
 * @param chiSquared the test statistic
 * @param pValue its p-value
 * @param meanSpearman the mean of Spearman's correlation over pairs of judges, (mW − 1)/(m − 1) where nothing is tied; NaN
 *     never: judges who tie everything are left out, and with fewer than two others it is taken from that formula
 */
public record KendallW(double value, int judges, int items, double chiSquared, double pValue, double meanSpearman) {

    /** Returns W of orders of the same items. */
    public static Finding<KendallW> of(Collection<WeakOrder> orders) {
        RankTable table = RankTable.of(orders);
        if (!table.isComplete()) {
            return Finding.undefined(
                    Undefined.Reason.UNEVEN_DESIGN,
                    "not every judge ranked all " + table.itemCount() + " items; use tau or alpha");
        }
        return of(IntStream.range(0, table.judges())
                .mapToObj(judge -> IntStream.range(0, table.itemCount())
                        .mapToDouble(item -> table.tier(judge, item))
                        .toArray())
                .toArray(double[][]::new));
    }

    /**
     * Returns W of judges' ranks or scores, which are ranked again, tied ones by their mean.
     *
     * @param judges a row a judge, a column an item; NaN where a judge left an item out
     */
    public static Finding<KendallW> of(double[][] judges) {
        int items = judges.length == 0 ? 0 : judges[0].length;
        if (judges.length < 2 || items < 2) {
            return Finding.undefined(
                    Undefined.Reason.TOO_FEW_VALUES,
                    judges.length + " judges and " + items + " items; two of each are needed");
        }
        if (Arrays.stream(judges).anyMatch(row -> row.length != items)) {
            throw new IllegalArgumentException("every judge needs " + items + " ranks, NaN for those missing");
        }
        if (Arrays.stream(judges).flatMapToDouble(Arrays::stream).anyMatch(Double::isNaN)) {
            return Finding.undefined(
                    Undefined.Reason.UNEVEN_DESIGN, "not every judge ranked all " + items + " items; use tau or alpha");
        }
        NaturalRanking ranking = new NaturalRanking(TiesStrategy.AVERAGE);
        return ofRanks(Arrays.stream(judges)
                .map(row -> ranking.rank(Arrays.stream(row).map(x -> x + 0.0).toArray()))
                .toArray(double[][]::new));
    }

    private static Finding<KendallW> ofRanks(double[][] ranks) {
        double m = ranks.length;
        double n = ranks[0].length;
        double ties = Arrays.stream(ranks).mapToDouble(KendallW::ties).sum();
        double most = m * m * (n * n * n - n) - m * ties;
        if (!(most > 0)) {
            return Finding.undefined(
                    Undefined.Reason.NO_VARIATION,
                    "all " + ranks.length + " judges tie all " + ranks[0].length + " items");
        }
        double w = 12 * squares(ranks) / most;
        double chiSquared = m * (n - 1) * w;
        double p = 1 - new ChiSquaredDistribution(null, n - 1).cumulativeProbability(chiSquared);
        return Finding.of(new KendallW(w, ranks.length, ranks[0].length, chiSquared, p, meanSpearman(ranks, w)));
    }

    /** Returns S, the squared deviations of the rank sums from their mean. */
    private static double squares(double[][] ranks) {
        double mean = ranks.length * (ranks[0].length + 1) / 2.0;
        return IntStream.range(0, ranks[0].length)
                .mapToDouble(item ->
                        Arrays.stream(ranks).mapToDouble(row -> row[item]).sum())
                .map(sum -> (sum - mean) * (sum - mean))
                .sum();
    }

    private static double ties(double[] ranks) {
        double[] sorted = ranks.clone();
        Arrays.sort(sorted);
        double sum = 0;
        for (int start = 0; start < sorted.length; ) {
            int end = start;
            while (end < sorted.length && sorted[end] == sorted[start]) {
                end++;
            }
            double t = end - start;
            sum += t * t * t - t;
            start = end;
        }
        return sum;
    }

    /** As with τ, Σ_{a≠b} r_ab = ‖Σ v_a/‖v_a‖‖² − m over the judges' centred ranks. */
    private static double meanSpearman(double[][] ranks, double w) {
        double centre = (ranks[0].length + 1) / 2.0;
        double[] total = new double[ranks[0].length];
        double judges = 0;
        for (double[] row : ranks) {
            double norm = Math.sqrt(
                    Arrays.stream(row).map(r -> (r - centre) * (r - centre)).sum());
            if (norm > 0) {
                judges++;
                for (int item = 0; item < row.length; item++) {
                    total[item] += (row[item] - centre) / norm;
                }
            }
        }
        double squares = Arrays.stream(total).map(x -> x * x).sum();
        return judges > 1 ? (squares - judges) / (judges * (judges - 1)) : (ranks.length * w - 1) / (ranks.length - 1);
    }
}
