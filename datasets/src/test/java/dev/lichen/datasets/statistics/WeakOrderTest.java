package dev.lichen.datasets.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WeakOrderTest {

    @Test
    void ranksWithGapsAreTiers() {
        WeakOrder order = WeakOrder.ofRanks(Map.of("c", 7, "a", 3, "b", 3));
        assertEquals("a = b > c", order.toString());
        assertEquals(Map.of("a", 1, "b", 1, "c", 2), order.tierOfItem());
        assertTrue(order.hasTies());
    }

    @Test
    void orderWithinATierMeansNothing() {
        assertEquals(new WeakOrder(List.of(List.of("b", "a"))), new WeakOrder(List.of(List.of("a", "b"))));
    }

    @Test
    void itemsStandOnce() {
        assertThrows(IllegalArgumentException.class, () -> WeakOrder.strict("a", "a"));
        assertThrows(IllegalArgumentException.class, () -> new WeakOrder(List.of(List.of("a", "a"))));
        assertThrows(IllegalArgumentException.class, () -> new WeakOrder(List.of()));
        assertThrows(IllegalArgumentException.class, () -> new WeakOrder(List.of(List.of("a"), List.of())));
    }

    @Test
    void tallyCountsOnlyWhatWasRanked() {
        PairwiseTally tally = PairwiseTally.of(List.of(
                WeakOrder.strict("a", "b", "c"), WeakOrder.ofRanks(Map.of("a", 1, "b", 1)), WeakOrder.strict("c")));
        assertEquals(1, tally.wins(0, 1));
        assertEquals(1, tally.ties(0, 1));
        assertEquals(1.5, tally.points(0, 1));
        assertEquals(1, tally.comparisons(0, 2));
        assertThrows(IllegalArgumentException.class, () -> PairwiseTally.of(List.of("a"), new long[][] {{1}}));
    }

    @Test
    void findingsCarryTheirReason() {
        Finding<Integer> missing = Finding.undefined(Undefined.Reason.NO_VARIATION, "all the same");
        assertEquals(
                "all the same", missing.map(x -> x + 1).missing().orElseThrow().detail());
        assertEquals(3, Finding.of(2).map(x -> x + 1).orElseThrow());
        assertThrows(IllegalStateException.class, missing::orElseThrow);
    }
}
