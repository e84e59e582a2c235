package dev.lichen.datasets.statistics.consensus;

import dev.lichen.datasets.statistics.Finding;
import dev.lichen.datasets.statistics.PairwiseTally;
import dev.lichen.datasets.statistics.Undefined;
import dev.lichen.datasets.statistics.WeakOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Kemeny's consensus: the orders that disagree least with the judges, found exactly.
 *
 * <p>The distance of an order is the number of judges and pairs with {@code i} above {@code j} where the judge has {@code
 * j} above {@code i}; a judge's ties cost the same in every order without ties. The least distance of a set of items that
 * come first is {@code d(S) = min_{i∈S} d(S∖i) + cost of i after S∖i}, computed for all 2^K sets (Held and Karp's
 * recursion). Source: Kemeny, Mathematics without numbers, Daedalus 88 (1959).
 *
 * <p>Often several orders are best. All are counted, and items that they order differently share a tier.
 *
 * @param consensus tiers of the items, from the pairs that all best orders have in common
 * @param best one of the best orders, the first by name
 * @param bestOrders how many orders have the least distance
 * @param distance that distance
 * @param openPairs how many pairs of items the best orders order differently
 */
public record Kemeny(WeakOrder consensus, List<String> best, long bestOrders, long distance, long openPairs) {

    /** The most items: 2^K sets are looked at. */
    public static final int MOST_ITEMS = 16;

    public Kemeny {
        best = List.copyOf(best);
    }

    /** Finds the consensus of orders of at most {@value #MOST_ITEMS} items. */
    public static Finding<Kemeny> of(Collection<WeakOrder> orders) {
        if (orders.isEmpty()) {
            return Finding.undefined(Undefined.Reason.NO_OBSERVATIONS, "there are no orders");
        }
        long items = orders.stream()
                .flatMap(order -> order.items().stream())
                .distinct()
                .count();
        if (items > MOST_ITEMS) {
            return Finding.undefined(
                    Undefined.Reason.TOO_MANY_ITEMS,
                    "there are " + items + " items; the exact consensus is found for at most " + MOST_ITEMS);
        }
        return Finding.of(new Search(PairwiseTally.of(orders)).result());
    }

    /** The recursion over sets of items, each a number whose bits are the items. */
    private static final class Search {

        private final PairwiseTally tally;
        private final int k;
        private final int all;
        private final long[] first; // least distance among the items of a set
        private final long[] rest; // least distance of all pairs not within a set, given that the set comes first
        private final long[] ways; // how many orders of a set have its least distance

        Search(PairwiseTally tally) {
            this.tally = tally;
            k = tally.size();
            all = (1 << k) - 1;
            first = new long[all + 1];
            rest = new long[all + 1];
            ways = new long[all + 1];
            forward();
            backward();
        }

        private void forward() {
            ways[0] = 1;
            for (int set = 1; set <= all; set++) {
                first[set] = Long.MAX_VALUE;
                for (int item = 0; item < k; item++) {
                    if (contains(set, item)) {
                        int before = set & ~(1 << item);
                        extend(set, before, first[before] + cost(before, item));
                    }
                }
            }
        }

        private void extend(int set, int before, long distance) {
            if (distance < first[set]) {
                first[set] = distance;
                ways[set] = 0;
            }
            ways[set] += distance == first[set] ? ways[before] : 0;
        }

        private void backward() {
            Arrays.fill(rest, Long.MAX_VALUE);
            rest[all] = 0;
            for (int set = all - 1; set >= 0; set--) {
                for (int item = 0; item < k; item++) {
                    if (!contains(set, item)) {
                        rest[set] = Math.min(rest[set], cost(set, item) + rest[set | 1 << item]);
                    }
                }
            }
        }

        /** Returns how many judges put the item above members of the set that come before it. */
        private long cost(int set, int item) {
            long cost = 0;
            for (int other = 0; other < k; other++) {
                cost += contains(set, other) ? tally.wins(item, other) : 0;
            }
            return cost;
        }

        Kemeny result() {
            Precedence common = common();
            return new Kemeny(common.tiers(), best(), ways[all], first[all], common.openPairs());
        }

        /** Returns whether a best order has the members of a set first and then the item. */
        private boolean isBest(int set, int item) {
            return first[set] + cost(set, item) + rest[set | 1 << item] == first[all];
        }

        private Precedence common() {
            boolean[][] possible = new boolean[k][k]; // [i][j]: some best order has i before j
            for (int set = 0; set < all; set++) {
                for (int item = 0; item < k; item++) {
                    if (!contains(set, item) && isBest(set, item)) {
                        for (int other = 0; other < k; other++) {
                            possible[other][item] |= contains(set, other);
                        }
                    }
                }
            }
            Precedence common = new Precedence(tally.items());
            for (int i = 0; i < k; i++) {
                for (int j = 0; j < k; j++) {
                    if (possible[i][j] && !possible[j][i]) {
                        common.put(i, j);
                    }
                }
            }
            return common;
        }

        private List<String> best() {
            List<String> order = new ArrayList<>();
            int set = 0;
            while (set != all) {
                int item = 0;
                while (contains(set, item) || !isBest(set, item)) {
                    item++;
                }
                order.add(tally.items().get(item));
                set |= 1 << item;
            }
            return order;
        }

        private static boolean contains(int set, int item) {
            return (set >> item & 1) == 1;
        }
    }
}
