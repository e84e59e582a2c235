package dev.lichen.datasets.statistics.preference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.lichen.datasets.statistics.PairwiseTally;
import dev.lichen.datasets.statistics.Undefined;
import java.util.List;
import org.junit.jupiter.api.Test;

class DavidsonTest {

    private static final double EXACT = 1e-9;
    private static final double LIKELIHOOD = 1e-6;

    /** Two items, 8 and 2 wins, 6 ties: three outcomes, two parameters, so p_a/p_b = 8/2 and ν = 6/√(8·2). */
    private static final PairwiseTally TWO =
            PairwiseTally.of(List.of("a", "b"), new long[][] {{0, 8}, {2, 0}}, new long[][] {{0, 6}, {6, 0}});

    @Test
    void twoItemsHaveAClosedForm() {
        PreferenceFit fit = Davidson.fit(TWO).orElseThrow();
        assertEquals(Math.log(4), fit.strengths().relativeTo("b", "a"), EXACT);
        assertEquals(1.5, fit.tieParameter(2), EXACT);
        assertEquals(8 * Math.log(0.5) + 2 * Math.log(0.125) + 6 * Math.log(0.375), fit.logLikelihood(), EXACT);
    }

    /** Half wins, 11 to 5, are Bradley and Terry's way with ties, and another model. */
    @Test
    void negativeControlHalfWinsDiffer() {
        PreferenceFit planted = BradleyTerry.fit(TWO).orElseThrow();
        assertEquals(Math.log(11.0 / 5), planted.strengths().relativeTo("b", "a"), EXACT);
        assertNotEquals(Math.log(4), planted.strengths().relativeTo("b", "a"), 0.1);
    }

    @Test
    void withoutTiesItIsBradleyAndTerrys() {
        PairwiseTally tally = PairwiseTally.of(
                List.of("A", "B", "C", "D"), new long[][] {{0, 2, 0, 1}, {3, 0, 5, 0}, {0, 3, 0, 1}, {4, 0, 3, 0}});
        PreferenceFit fit = Davidson.fit(tally).orElseThrow();
        assertEquals(0.639834817, fit.strengths().strength("A"), LIKELIHOOD);
        assertEquals(0, fit.tieParameter(2), EXACT);
    }

    /** At the maximum the expected points of each item and the expected number of ties are those observed. */
    @Test
    void expectedPointsAndTiesAreThoseObserved() {
        long[][] wins = {{0, 5, 3}, {2, 0, 4}, {1, 3, 0}};
        long[][] ties = {{0, 2, 1}, {2, 0, 3}, {1, 3, 0}};
        PairwiseTally tally = PairwiseTally.of(List.of("a", "b", "c"), wins, ties);
        PreferenceFit fit = Davidson.fit(tally).orElseThrow();
        double expectedTies = 0;
        for (int i = 0; i < 3; i++) {
            double points = 0;
            double expected = 0;
            for (int j = 0; j < 3; j++) {
                if (i != j) {
                    double p = fit.strengths().strength(tally.items().get(i));
                    double q = fit.strengths().strength(tally.items().get(j));
                    double tie = fit.tieParameter(2) * Math.sqrt(p * q);
                    expected += tally.comparisons(i, j) * (p + tie / 2) / (p + q + tie);
                    expectedTies += tally.comparisons(i, j) * tie / (p + q + tie) / 2;
                    points += tally.points(i, j);
                }
            }
            assertEquals(points, expected, LIKELIHOOD);
        }
        assertEquals(6, expectedTies, LIKELIHOOD);
    }

    /** One win and one tie: the winner's strength and the share of ties grow together without end. */
    @Test
    void winsThatNeverContradictEachOtherHaveNoMaximum() {
        PairwiseTally tally =
                PairwiseTally.of(List.of("a", "b"), new long[][] {{0, 1}, {0, 0}}, new long[][] {{0, 1}, {1, 0}});
        assertEquals(
                Undefined.Reason.NOT_CONVERGED,
                Davidson.fit(tally).missing().orElseThrow().reason());
    }

    @Test
    void nothingButTiesHasNoMaximum() {
        PairwiseTally tally = PairwiseTally.of(List.of("a", "b"), new long[2][2], new long[][] {{0, 3}, {3, 0}});
        assertEquals(
                Undefined.Reason.NOT_CONVERGED,
                Davidson.fit(tally).missing().orElseThrow().reason());
    }
}
