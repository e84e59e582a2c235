package dev.lichen.rewardmodel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class PairOrderTest {

    private final PairOrder plain = PairOrder.defaults();

    @Test
    void fullRankingComparesEveryPair() {
        assertEquals(6, plain.pairs(Rankings.of(4, 2, 1, 3)).size());
        assertEquals(
                new ComparedPair(1, 0, 1, 0),
                plain.pairs(Rankings.of(4, 2, 1, 3)).getFirst());
    }

    @Test
    void tiesAreHalfOrDropped() {
        assertEquals(
                List.of(new ComparedPair(0, 2, 1, 0), new ComparedPair(1, 2, 1, 0), new ComparedPair(0, 1, 0.5, 0)),
                plain.pairs(Rankings.of(1, 1, 2)));
        assertEquals(
                2, new PairOrder(TieRule.DROP, 0, 0).pairs(Rankings.of(1, 1, 2)).size());
    }

    @Test
    void marginAddsTheStrengthsBetweenTheTiers() {
        PairOrder order = new PairOrder(TieRule.HALF, 0.1, 0.5);
        List<ComparedPair> pairs = order.pairs(Rankings.withStrengths(List.of(3, 1), 1, 2, 3));
        assertEquals(
                List.of(
                        new ComparedPair(0, 1, 0.9, 1.5),
                        new ComparedPair(0, 2, 0.9, 2),
                        new ComparedPair(1, 2, 0.9, 0.5)),
                pairs);
        assertNotEquals(0.5, pairs.get(1).margin(), "only the last gap counted");
    }

    @Test
    void rangesAreChecked() {
        assertThrows(IllegalArgumentException.class, () -> new PairOrder(TieRule.HALF, 0.5, 0));
        assertThrows(IllegalArgumentException.class, () -> new PairOrder(TieRule.HALF, 0, -1));
    }
}
