package dev.lichen.datasets.statistics.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.datasets.statistics.ClusterBootstrap;
import dev.lichen.datasets.statistics.Estimate;
import dev.lichen.datasets.statistics.Undefined;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KappaTest {

    private static final double EXACT = 1e-9;

    /** Fourteen raters put ten items into five categories. */
    private static final int[][] FOURTEEN_RATERS = {
        {0, 0, 0, 0, 14}, {0, 2, 6, 4, 2}, {0, 0, 3, 5, 6}, {0, 3, 9, 2, 0}, {2, 2, 8, 1, 1},
        {7, 7, 0, 0, 0}, {3, 2, 6, 3, 0}, {2, 5, 3, 2, 2}, {6, 5, 2, 1, 0}, {0, 2, 2, 3, 7}
    };

    private static final long[][] TWO_RATERS = {{20, 5}, {10, 15}};
    private static final long[][] THREE_GRADES = {{2, 1, 0}, {0, 2, 1}, {0, 0, 2}};

    @Test
    void fourteenRaters() {
        assertEquals(4211.0 / 20059, FleissKappa.of(FOURTEEN_RATERS).orElseThrow(), EXACT);
    }

    /** Chance by equal categories, 1/5, in place of their shares. */
    @Test
    void negativeControlUniformChanceDiffers() {
        double planted = (0.378021978 - 0.2) / 0.8;
        assertNotEquals(planted, FleissKappa.of(FOURTEEN_RATERS).orElseThrow(), 1e-3);
    }

    @Test
    void orderOfItemsAndCategoriesDoesNotMatter() {
        int[][] turned = IntStream.range(0, 10)
                .mapToObj(item -> IntStream.range(0, 5)
                        .map(category -> FOURTEEN_RATERS[9 - item][(category + 2) % 5])
                        .toArray())
                .toArray(int[][]::new);
        assertEquals(
                FleissKappa.of(FOURTEEN_RATERS).orElseThrow(),
                FleissKappa.of(turned).orElseThrow(),
                EXACT);
    }

    @Test
    void unevenRowsAreRefusedAndPointToAlpha() {
        Undefined undefined =
                FleissKappa.of(new int[][] {{2, 1}, {1, 1}}).missing().orElseThrow();
        assertEquals(Undefined.Reason.UNEVEN_DESIGN, undefined.reason());
        assertEquals(
                "item 1 has 3 ratings and item 2 has 2; Krippendorff's alpha takes unequal numbers",
                undefined.detail());
    }

    @Test
    void fleissIsUndefinedWhereNothingCanDiffer() {
        assertEquals(Undefined.Reason.NO_VARIATION, reason(new int[][] {{3, 0}, {3, 0}}));
        assertEquals(Undefined.Reason.TOO_FEW_VALUES, reason(new int[][] {{1, 0}, {0, 1}}));
        assertEquals(Undefined.Reason.NO_OBSERVATIONS, reason(new int[][] {}));
        assertThrows(IllegalArgumentException.class, () -> FleissKappa.of(new int[][] {{1, 1}, {3, -1}}));
    }

    @Test
    void fleissHasAnInterval() {
        Estimate estimate =
                assertInstanceOf(Estimate.class, FleissKappa.estimate(FOURTEEN_RATERS, ClusterBootstrap.of(1)));
        assertTrue(estimate.interval().contains(4211.0 / 20059));
        assertEquals(140, estimate.n());
        assertEquals(10, estimate.clusters());
    }

    @Test
    void cohenOfTwoRaters() {
        assertEquals(0.4, CohenKappa.of(TWO_RATERS).orElseThrow(), EXACT);
    }

    /** Scott's π takes one chance for both raters: (0.7 − 0.505)/(1 − 0.505). */
    @Test
    void negativeControlScottsPiDiffers() {
        assertNotEquals((0.7 - 0.505) / 0.495, CohenKappa.of(TWO_RATERS).orElseThrow(), 1e-3);
    }

    /** Two disagreements by one grade; by chance 56/8 in distance, 82/8 in squares. */
    @Test
    void weightsFollowTheDistanceOfGrades() {
        assertEquals(
                1 - 2 / 7.0,
                CohenKappa.of(THREE_GRADES, CohenKappa.Weight.LINEAR).orElseThrow(),
                EXACT);
        assertEquals(
                1 - 2 / 10.25,
                CohenKappa.of(THREE_GRADES, CohenKappa.Weight.QUADRATIC).orElseThrow(),
                EXACT);
        assertNotEquals(
                CohenKappa.of(THREE_GRADES).orElseThrow(),
                CohenKappa.of(THREE_GRADES, CohenKappa.Weight.QUADRATIC).orElseThrow(),
                1e-3);
    }

    @Test
    void twoCategoriesHaveOneKappa() {
        for (CohenKappa.Weight weight : CohenKappa.Weight.values()) {
            assertEquals(0.4, CohenKappa.of(TWO_RATERS, weight).orElseThrow(), EXACT);
        }
    }

    @Test
    void listsOfCategoriesMakeTheSameTable() {
        List<String> first = list("a", 25, "b", 25);
        List<String> second = Arrays.asList(new String[50]);
        IntStream.range(0, 50).forEach(i -> second.set(i, i < 20 || (i >= 25 && i < 35) ? "a" : "b"));
        assertEquals(0.4, CohenKappa.of(first, second, CohenKappa.Weight.PLAIN).orElseThrow(), EXACT);
        List<String> clusters = IntStream.range(0, 50).mapToObj(i -> "" + i).toList();
        Estimate estimate = assertInstanceOf(
                Estimate.class,
                CohenKappa.estimate(first, second, clusters, CohenKappa.Weight.PLAIN, ClusterBootstrap.of(1)));
        assertEquals(0.4, estimate.value(), EXACT);
        assertTrue(estimate.interval().contains(0.4));
    }

    @Test
    void cohenIsUndefinedWhereNothingCanDiffer() {
        assertEquals(
                Undefined.Reason.NO_VARIATION,
                CohenKappa.of(new long[][] {{7, 0}, {0, 0}})
                        .missing()
                        .orElseThrow()
                        .reason());
        assertEquals(
                Undefined.Reason.NO_OBSERVATIONS,
                CohenKappa.of(new long[][] {{0, 0}, {0, 0}})
                        .missing()
                        .orElseThrow()
                        .reason());
        assertThrows(IllegalArgumentException.class, () -> CohenKappa.of(new long[][] {{1, 2, 3}, {1, 2, 3}}));
    }

    private static List<String> list(String first, int times, String second, int more) {
        return IntStream.range(0, times + more)
                .mapToObj(i -> i < times ? first : second)
                .toList();
    }

    private static Undefined.Reason reason(int[][] counts) {
        return FleissKappa.of(counts).missing().orElseThrow().reason();
    }
}
