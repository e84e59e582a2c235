package dev.lichen.datasets.statistics.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.datasets.statistics.Undefined;
import dev.lichen.datasets.statistics.WeakOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KendallTauTest {

    private static final double EXACT = 1e-9;
    private static final double PRINTED = 1e-8;

    /** The example of SciPy's documentation. */
    private static final double[] X = {12, 2, 1, 12, 2};

    private static final double[] Y = {1, 4, 7, 1, 0};

    @Test
    void documentedExampleWithTies() {
        assertEquals(-0.471404520791, KendallTau.b(X, Y).orElseThrow(), EXACT);
        KendallTest test = KendallTest.of(X, Y).orElseThrow();
        assertEquals(0.28274546, test.pValue(), PRINTED);
        assertEquals(-0.471404520791, test.tau(), EXACT);
    }

    @Test
    void oneTieInOneOrder() {
        assertEquals(5 / Math.sqrt(30), tau(new double[] {1, 2, 2, 4}, new double[] {1, 2, 3, 4}), EXACT);
    }

    /** Without the correction for ties it would be 5/6. */
    @Test
    void negativeControlTauAIgnoresTies() {
        assertNotEquals(5.0 / 6, tau(new double[] {1, 2, 2, 4}, new double[] {1, 2, 3, 4}), EXACT);
    }

    /** ACDB and BCDA: A is first and last, B last and first; of six pairs only CD is in the same order. */
    @Test
    void ordersAreComparedItemByItem() {
        WeakOrder first = WeakOrder.strict("A", "C", "D", "B");
        WeakOrder second = WeakOrder.strict("B", "C", "D", "A");
        assertEquals(-2.0 / 3, KendallTau.b(first, second).orElseThrow(), EXACT);
        assertEquals(-2.0 / 3, KendallTau.x(first, second).orElseThrow(), EXACT);
    }

    /** Taking the lists of items themselves as numbers turns the sign. */
    @Test
    void negativeControlListsOfItemsAreNotRanks() {
        double planted = tau(new double[] {'A', 'C', 'D', 'B'}, new double[] {'B', 'C', 'D', 'A'});
        assertEquals(2.0 / 3, planted, EXACT);
    }

    /** The pair tied in one order scores 1·1 + 1·(−1) = 0, the other five pairs 2 each: 10/12. */
    @Test
    void tauXOfOneTie() {
        assertEquals(
                10.0 / 12,
                KendallTau.x(new double[] {1, 2, 2, 4}, new double[] {1, 2, 3, 4})
                        .orElseThrow(),
                EXACT);
    }

    @Test
    void tauXTakesATieForAnAgreementOnATie() {
        double[] tied = {1, 1, 1};
        assertEquals(1, KendallTau.x(tied, tied).orElseThrow(), EXACT);
        assertEquals(0, KendallTau.x(tied, new double[] {1, 2, 3}).orElseThrow(), EXACT);
    }

    /** (1 − τ_x)/2 · n(n−1) is Kemeny and Snell's distance: 2 for a pair turned, 1 for a pair tied in one order only. */
    @Test
    void tauXIsKemenysDistance() {
        SplittableRandom random = new SplittableRandom(3);
        for (int round = 0; round < 100; round++) {
            double[] a = ranks(random, 6);
            double[] b = ranks(random, 6);
            double distance = 0;
            for (int i = 0; i < 6; i++) {
                for (int j = 0; j < i; j++) {
                    distance += Math.abs(Math.signum(a[i] - a[j]) - Math.signum(b[i] - b[j]));
                }
            }
            assertEquals(1 - 2 * distance / 30, KendallTau.x(a, b).orElseThrow(), EXACT);
        }
    }

    @Test
    void agreesWithCountingPairs() {
        SplittableRandom random = new SplittableRandom(8);
        for (int round = 0; round < 200; round++) {
            double[] a = ranks(random, 2 + random.nextInt(9));
            double[] b = ranks(random, a.length);
            double counted = counted(a, b);
            assertEquals(counted, KendallTau.b(a, b).found().orElse(Double.NaN), EXACT);
        }
    }

    @Test
    void onlyItemsInBothOrdersCount() {
        WeakOrder first = WeakOrder.strict("A", "B", "C", "D");
        WeakOrder second = WeakOrder.strict("E", "D", "A", "C");
        assertEquals(-1.0 / 3, KendallTau.b(first, second).orElseThrow(), EXACT);
        double none = Double.NaN;
        assertEquals(1, tau(new double[] {1, 2, none, 3}, new double[] {4, 5, 1, none}), EXACT);
    }

    @Test
    void undefinedValuesSayWhy() {
        assertEquals(
                Undefined.Reason.NO_VARIATION,
                KendallTau.b(new double[] {1, 1}, new double[] {1, 2})
                        .missing()
                        .orElseThrow()
                        .reason());
        assertEquals(
                Undefined.Reason.TOO_FEW_VALUES,
                KendallTau.b(WeakOrder.strict("A", "B"), WeakOrder.strict("B", "C"))
                        .missing()
                        .orElseThrow()
                        .reason());
        assertEquals(
                Undefined.Reason.TOO_FEW_VALUES,
                KendallTau.x(new double[] {}, new double[] {})
                        .missing()
                        .orElseThrow()
                        .reason());
    }

    /** Of the 24 orders of four items one has no and one has six inversions. */
    @Test
    void smallSamplesWithoutTiesAreTestedExactly() {
        KendallTest test = KendallTest.of(new double[] {1, 2, 3, 4}, new double[] {1, 2, 3, 4})
                .orElseThrow();
        assertTrue(test.exact());
        assertEquals(2.0 / 24, test.pValue(), EXACT);
        assertEquals(
                1,
                KendallTest.of(new double[] {1, 2, 3, 4}, new double[] {2, 4, 1, 3})
                        .orElseThrow()
                        .pValue(),
                EXACT);
    }

    @Test
    void renamingItemsChangesNothing() {
        WeakOrder first = WeakOrder.ofRanks(Map.of("a", 1, "b", 2, "c", 2, "d", 3));
        WeakOrder second = WeakOrder.ofRanks(Map.of("a", 2, "b", 1, "c", 3, "d", 3));
        Map<String, String> names = Map.of("a", "z", "b", "y", "c", "a", "d", "b");
        assertEquals(
                KendallTau.b(first, second).orElseThrow(),
                KendallTau.b(first.renamed(names), second.renamed(names)).orElseThrow(),
                EXACT);
        assertEquals(
                KendallTau.x(first, second).orElseThrow(),
                KendallTau.x(first.renamed(names), second.renamed(names)).orElseThrow(),
                EXACT);
    }

    @Test
    void meanOverJudgesIsTheMeanOverTheirPairs() {
        SplittableRandom random = new SplittableRandom(4);
        List<WeakOrder> orders = new ArrayList<>();
        for (int judge = 0; judge < 12; judge++) {
            orders.add(order(ranks(random, 5)));
        }
        orders.add(order(new double[] {1, 1, 1, 1, 1}));
        double sum = 0;
        double sumX = 0;
        long defined = 0;
        for (int a = 0; a < orders.size(); a++) {
            for (int b = 0; b < a; b++) {
                if (KendallTau.b(orders.get(a), orders.get(b)).found().isPresent()) {
                    sum += KendallTau.b(orders.get(a), orders.get(b)).orElseThrow();
                    defined++;
                }
                sumX += KendallTau.x(orders.get(a), orders.get(b)).orElseThrow();
            }
        }
        MeanTau b = MeanTau.b(orders).orElseThrow();
        assertEquals(sum / defined, b.mean(), EXACT);
        assertEquals(defined, b.pairs());
        assertEquals(13 * 12 / 2 - defined, b.undefinedPairs());
        assertEquals(sumX / 78, MeanTau.x(orders).orElseThrow().mean(), EXACT);
    }

    @Test
    void meanOfPartialOrdersIsOverWhatTheyShare() {
        List<WeakOrder> orders =
                List.of(WeakOrder.strict("A", "B", "C"), WeakOrder.strict("B", "A"), WeakOrder.strict("C"));
        MeanTau mean = MeanTau.b(orders).orElseThrow();
        assertEquals(-1, mean.mean(), EXACT);
        assertEquals(1, mean.pairs());
        assertEquals(2, mean.undefinedPairs());
        assertEquals(3, MeanTau.bOfEach(orders).size());
    }

    private static double counted(double[] a, double[] b) {
        double concordant = 0;
        double n1 = 0;
        double n2 = 0;
        double n0 = a.length * (a.length - 1) / 2.0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < i; j++) {
                concordant += Math.signum(a[i] - a[j]) * Math.signum(b[i] - b[j]);
                n1 += a[i] == a[j] ? 1 : 0;
                n2 += b[i] == b[j] ? 1 : 0;
            }
        }
        double most = (n0 - n1) * (n0 - n2);
        return most > 0 ? concordant / Math.sqrt(most) : Double.NaN;
    }

    private static WeakOrder order(double[] ranks) {
        Map<String, Double> byItem = new HashMap<>();
        IntStream.range(0, ranks.length).forEach(i -> byItem.put("item " + i, ranks[i]));
        return WeakOrder.ofRanks(byItem);
    }

    private static double[] ranks(SplittableRandom random, int items) {
        return IntStream.range(0, items).mapToDouble(i -> random.nextInt(items)).toArray();
    }

    private static double tau(double[] first, double[] second) {
        return KendallTau.b(first, second).orElseThrow();
    }
}
