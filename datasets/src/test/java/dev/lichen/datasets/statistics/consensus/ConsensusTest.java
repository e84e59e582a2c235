package dev.lichen.datasets.statistics.consensus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.datasets.statistics.PairwiseTally;
import dev.lichen.datasets.statistics.Undefined;
import dev.lichen.datasets.statistics.WeakOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ConsensusTest {

    /** The capital of Tennessee: Memphis, Nashville, Chattanooga, Knoxville. */
    private static final List<WeakOrder> TENNESSEE = votes(Map.of("MNCK", 42, "NCKM", 26, "CKNM", 15, "KCNM", 17));

    private static final List<WeakOrder> FIFTEEN = votes(Map.of("wxzy", 3, "wyxz", 2, "xyzw", 4, "xzwy", 5, "ywxz", 1));

    private static final List<WeakOrder> CIRCLE = votes(Map.of("abc", 4, "bca", 3, "cab", 2));

    @Test
    void capitalOfTennessee() {
        RankedPairs pairs = RankedPairs.of(TENNESSEE).orElseThrow();
        assertEquals("N > C > K > M", pairs.consensus().toString());
        assertEquals("N", pairs.majorities().condorcetWinner());
        assertFalse(pairs.majorities().cycle());
        assertEquals(100, pairs.judges());
        assertEquals(
                "N > C > K > M", Kemeny.of(TENNESSEE).orElseThrow().consensus().toString());
    }

    /** The first choices alone would send everybody to Memphis. */
    @Test
    void negativeControlPluralityDiffers() {
        assertNotEquals(
                "M", RankedPairs.of(TENNESSEE).orElseThrow().consensus().items().getFirst());
    }

    @Test
    void fifteenVotersWithTheirTallies() {
        PairwiseTally tally = PairwiseTally.of(FIFTEEN);
        assertEquals(6, tally.wins(index(tally, "w"), index(tally, "x")));
        assertEquals(10, tally.wins(index(tally, "w"), index(tally, "y")));
        assertEquals(12, tally.wins(index(tally, "x"), index(tally, "y")));
        assertEquals(15, tally.wins(index(tally, "x"), index(tally, "z")));
        assertEquals(7, tally.wins(index(tally, "y"), index(tally, "z")));
        assertEquals(6, tally.wins(index(tally, "w"), index(tally, "z")));
        RankedPairs pairs = RankedPairs.of(FIFTEEN).orElseThrow();
        assertEquals("x > z > w > y", pairs.consensus().toString());
        Majority clearest = pairs.majorities().list().getFirst();
        assertEquals(new Majority("x", "z", 15, 0, 0), clearest);
        assertEquals(15, clearest.margin());
    }

    @Test
    void oppositeVotersTie() {
        List<WeakOrder> votes = votes(Map.of("ab", 1, "ba", 1));
        RankedPairs pairs = RankedPairs.of(votes).orElseThrow();
        assertEquals("a = b", pairs.consensus().toString());
        assertEquals(1, pairs.openPairs());
        Kemeny kemeny = Kemeny.of(votes).orElseThrow();
        assertEquals("a = b", kemeny.consensus().toString());
        assertEquals(2, kemeny.bestOrders());
    }

    @Test
    void weakestMajorityOfACircleIsDropped() {
        RankedPairs pairs = RankedPairs.of(CIRCLE).orElseThrow();
        assertTrue(pairs.majorities().cycle());
        assertNull(pairs.majorities().condorcetWinner());
        assertEquals("a > b > c", pairs.consensus().toString());
        assertEquals(2, pairs.locked().size());
    }

    @Test
    void evenCircleLeavesEverythingOpen() {
        List<WeakOrder> votes = votes(Map.of("abc", 1, "bca", 1, "cab", 1));
        RankedPairs pairs = RankedPairs.of(votes).orElseThrow();
        assertEquals("a = b = c", pairs.consensus().toString());
        assertTrue(pairs.majorities().cycle());
        Kemeny kemeny = Kemeny.of(votes).orElseThrow();
        assertEquals(3, kemeny.bestOrders());
        assertEquals(3, kemeny.openPairs());
    }

    /** An answer that one judge leaves out keeps its votes from the others. */
    @Test
    void missingItemsKeepTheirRank() {
        List<WeakOrder> votes =
                List.of(WeakOrder.strict("a", "b", "c"), WeakOrder.strict("a", "b", "c"), WeakOrder.strict("c", "a"));
        assertEquals(
                "a > b > c", RankedPairs.of(votes).orElseThrow().consensus().toString());
    }

    @Test
    void renamingItemsAndReorderingJudgesChangesNothing() {
        SplittableRandom random = new SplittableRandom(1);
        for (int round = 0; round < 100; round++) {
            List<WeakOrder> votes = random(random, 5, 1 + random.nextInt(6));
            Map<String, String> names = Map.of("a", "e", "b", "d", "c", "a", "d", "c", "e", "b");
            List<WeakOrder> turned = new ArrayList<>(
                    votes.stream().map(vote -> vote.renamed(names)).toList());
            Collections.reverse(turned);
            assertEquals(
                    RankedPairs.of(votes).orElseThrow().consensus().renamed(names),
                    RankedPairs.of(turned).orElseThrow().consensus());
            assertEquals(
                    Kemeny.of(votes).orElseThrow().consensus().renamed(names),
                    Kemeny.of(turned).orElseThrow().consensus());
        }
    }

    @Test
    void kemenyAgreesWithLookingAtAllOrders() {
        SplittableRandom random = new SplittableRandom(2);
        for (int round = 0; round < 60; round++) {
            int items = 2 + random.nextInt(4);
            List<WeakOrder> votes = random(random, items, 1 + random.nextInt(7));
            PairwiseTally tally = PairwiseTally.of(votes);
            List<List<Integer>> orders = permutations(items);
            long least = orders.stream()
                    .mapToLong(order -> distance(tally, order))
                    .min()
                    .orElseThrow();
            List<List<Integer>> best = orders.stream()
                    .filter(order -> distance(tally, order) == least)
                    .toList();
            Kemeny kemeny = Kemeny.of(votes).orElseThrow();
            assertEquals(least, kemeny.distance());
            assertEquals(best.size(), kemeny.bestOrders());
            assertTrue(best.contains(
                    kemeny.best().stream().map(tally.items()::indexOf).toList()));
            assertEquals(open(best, items), kemeny.openPairs());
        }
    }

    /** Borda's count of points is another method: here it prefers b. */
    @Test
    void negativeControlBordaDiffers() {
        List<WeakOrder> votes = votes(Map.of("abc", 3, "bca", 2));
        Map<String, Integer> points = new TreeMap<>();
        votes.forEach(vote -> vote.tierOfItem().forEach((item, tier) -> points.merge(item, 3 - tier, Integer::sum)));
        assertEquals(Map.of("a", 6, "b", 7, "c", 2), points);
        assertEquals(
                "a > b > c", RankedPairs.of(votes).orElseThrow().consensus().toString());
        assertEquals(List.of("a", "b", "c"), Kemeny.of(votes).orElseThrow().best());
    }

    @Test
    void nineItemsAreExactAndSeventeenAreRefused() {
        SplittableRandom random = new SplittableRandom(3);
        List<WeakOrder> votes = new ArrayList<>();
        for (int vote = 0; vote < 20; vote++) {
            votes.add(shuffled(random, 9));
        }
        assertEquals(9, Kemeny.of(votes).orElseThrow().best().size());
        assertEquals(
                Undefined.Reason.TOO_MANY_ITEMS,
                Kemeny.of(List.of(shuffled(random, 17))).missing().orElseThrow().reason());
        assertEquals(
                Undefined.Reason.NO_OBSERVATIONS,
                Kemeny.of(List.of()).missing().orElseThrow().reason());
        assertEquals(
                Undefined.Reason.NO_OBSERVATIONS,
                RankedPairs.of(List.of()).missing().orElseThrow().reason());
    }

    private static long distance(PairwiseTally tally, List<Integer> order) {
        long distance = 0;
        for (int i = 0; i < order.size(); i++) {
            for (int j = i + 1; j < order.size(); j++) {
                distance += tally.wins(order.get(j), order.get(i));
            }
        }
        return distance;
    }

    private static long open(List<List<Integer>> orders, int items) {
        long open = 0;
        for (int i = 0; i < items; i++) {
            for (int j = 0; j < i; j++) {
                Set<Boolean> ways = new HashSet<>();
                for (List<Integer> order : orders) {
                    ways.add(order.indexOf(i) < order.indexOf(j));
                }
                open += ways.size() - 1;
            }
        }
        return open;
    }

    private static List<List<Integer>> permutations(int items) {
        if (items == 0) {
            return List.of(List.of());
        }
        List<List<Integer>> all = new ArrayList<>();
        for (List<Integer> shorter : permutations(items - 1)) {
            for (int place = 0; place < items; place++) {
                List<Integer> longer = new ArrayList<>(shorter);
                longer.add(place, items - 1);
                all.add(longer);
            }
        }
        return all;
    }

    private static List<WeakOrder> random(SplittableRandom random, int items, int votes) {
        List<WeakOrder> orders = new ArrayList<>();
        for (int vote = 0; vote < votes; vote++) {
            Map<String, Integer> ranks = new TreeMap<>();
            for (int item = 0; item < items; item++) {
                ranks.put("abcdefgh".substring(item, item + 1), random.nextInt(items));
            }
            orders.add(WeakOrder.ofRanks(ranks));
        }
        return orders;
    }

    private static WeakOrder shuffled(SplittableRandom random, int items) {
        Map<String, Double> ranks = new TreeMap<>();
        for (int item = 0; item < items; item++) {
            ranks.put("item " + item, random.nextDouble());
        }
        return WeakOrder.ofRanks(ranks);
    }

    private static List<WeakOrder> votes(Map<String, Integer> counts) {
        List<WeakOrder> votes = new ArrayList<>();
        new TreeMap<>(counts)
                .forEach((order, count) ->
                        votes.addAll(Collections.nCopies(count, WeakOrder.strict(List.of(order.split(""))))));
        return votes;
    }

    private static int index(PairwiseTally tally, String item) {
        return tally.items().indexOf(item);
    }
}
