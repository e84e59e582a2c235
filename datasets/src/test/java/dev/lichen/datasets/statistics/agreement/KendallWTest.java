package dev.lichen.datasets.statistics.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.lichen.datasets.statistics.Undefined;
import dev.lichen.datasets.statistics.WeakOrder;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.junit.jupiter.api.Test;

class KendallWTest {

    private static final double EXACT = 1e-9;
    private static final double PRINTED = 1e-6;

    /** Siegel 1956: three interviewers rank six applicants; the rank sums are 8, 14, 11, 11, 11, 8. */
    private static final double[][] INTERVIEWERS = {{1, 6, 3, 2, 5, 4}, {1, 5, 6, 4, 2, 3}, {6, 3, 2, 5, 4, 1}};

    private static final double[][] TIED = {{1, 2, 2, 4}, {1, 3, 2, 4}, {2, 1, 3, 4}};

    @Test
    void threeInterviewers() {
        KendallW w = KendallW.of(INTERVIEWERS).orElseThrow();
        assertEquals(17.0 / 105, w.value(), EXACT);
        assertEquals(2.428571, w.chiSquared(), PRINTED);
        assertEquals(-0.257142857, w.meanSpearman(), EXACT);
        assertEquals((3 * w.value() - 1) / 2, w.meanSpearman(), EXACT);
        assertEquals(0.2, tau(0, 1), EXACT);
        assertEquals(-0.466666667, tau(0, 2), EXACT);
        assertEquals(-0.466666667, tau(1, 2), EXACT);
    }

    @Test
    void tiesAreCorrected() {
        assertEquals(67.0 / 87, KendallW.of(TIED).orElseThrow().value(), EXACT);
    }

    /** 12 · 33.5/(9 · 60) = 0.744, without the ties' part of the denominator. */
    @Test
    void negativeControlUncorrectedTiesDiffer() {
        assertEquals(0.744444444, 12 * 33.5 / (9 * 60), EXACT);
        assertNotEquals(12 * 33.5 / (9 * 60), KendallW.of(TIED).orElseThrow().value(), EXACT);
    }

    @Test
    void ranksWithGapsAndOrdersWithNamesAreTheSame() {
        List<WeakOrder> orders = List.of(
                new WeakOrder(List.of(List.of("a"), List.of("b", "c"), List.of("d"))),
                WeakOrder.strict("a", "c", "b", "d"),
                WeakOrder.strict("b", "a", "c", "d"));
        assertEquals(67.0 / 87, KendallW.of(orders).orElseThrow().value(), EXACT);
        double[][] gaps = {{10, 20, 20, 90}, {1, 3, 2, 4}, {-2, -3, 0, 4}};
        assertEquals(67.0 / 87, KendallW.of(gaps).orElseThrow().value(), EXACT);
    }

    @Test
    void sameOrderIsOneAndOppositeOrdersAreZero() {
        assertEquals(
                1,
                KendallW.of(new double[][] {{1, 2, 3}, {1, 2, 3}}).orElseThrow().value(),
                EXACT);
        assertEquals(
                0,
                KendallW.of(new double[][] {{1, 2, 3}, {3, 2, 1}}).orElseThrow().value(),
                EXACT);
    }

    @Test
    void meanSpearmanIsTheMeanOverPairsAlsoWithTies() {
        SplittableRandom random = new SplittableRandom(6);
        double[][] judges = IntStream.range(0, 5)
                .mapToObj(j -> IntStream.range(0, 7)
                        .mapToDouble(i -> random.nextInt(4))
                        .toArray())
                .toArray(double[][]::new);
        double sum = 0;
        for (int a = 0; a < 5; a++) {
            for (int b = 0; b < a; b++) {
                sum += new SpearmansCorrelation().correlation(judges[a], judges[b]);
            }
        }
        assertEquals(sum / 10, KendallW.of(judges).orElseThrow().meanSpearman(), EXACT);
    }

    @Test
    void undefinedValuesSayWhy() {
        assertEquals(Undefined.Reason.TOO_FEW_VALUES, reason(new double[][] {{1, 2, 3}}));
        assertEquals(Undefined.Reason.TOO_FEW_VALUES, reason(new double[][] {{1}, {1}}));
        assertEquals(Undefined.Reason.NO_VARIATION, reason(new double[][] {{1, 1}, {2, 2}}));
        assertEquals(Undefined.Reason.UNEVEN_DESIGN, reason(new double[][] {{1, 2}, {Double.NaN, 2}}));
        assertEquals(
                Undefined.Reason.UNEVEN_DESIGN,
                KendallW.of(List.of(WeakOrder.strict("a", "b"), WeakOrder.strict("a", "c")))
                        .missing()
                        .orElseThrow()
                        .reason());
    }

    private static double tau(int first, int second) {
        return KendallTau.b(INTERVIEWERS[first], INTERVIEWERS[second]).orElseThrow();
    }

    private static Undefined.Reason reason(double[][] judges) {
        return KendallW.of(judges).missing().orElseThrow().reason();
    }
}
