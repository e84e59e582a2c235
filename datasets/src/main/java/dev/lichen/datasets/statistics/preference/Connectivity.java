package dev.lichen.datasets.statistics.preference;

import dev.lichen.datasets.statistics.PairwiseTally;
import dev.lichen.datasets.statistics.Undefined;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Tests whether strengths are finite: whether from every item a chain of wins leads to every other.
 *
 * <p>If the items fall into two sets of which the first never lost to the second, the first can be made stronger without
 * end. A tie counts as half a win for both. Source: Ford, Solution of a ranking problem from binary comparisons, American
 * Mathematical Monthly 64 (1957).
 */
public final class Connectivity {

    private static final int NAMED = 6;
    private static final int MOST_ITEMS = 1000;

    /**
     * Two sets of items whose difference has no finite size.
     *
     * @param upper a set that never lost to the others
     * @param lower the others
     * @param met whether the two ever met; if so, the upper set won every time
     */
    public record Separation(List<String> upper, List<String> lower, boolean met) {

        /** Returns one line for people. */
        public String describe() {
            return met
                    ? "{%s} never lost to {%s}: their difference is infinite".formatted(names(upper), names(lower))
                    : "{%s} and {%s} were never compared".formatted(names(upper), names(lower));
        }

        private static String names(List<String> items) {
            String shown = String.join(", ", items.subList(0, Math.min(NAMED, items.size())));
            return items.size() > NAMED ? shown + ", … (" + items.size() + " in all)" : shown;
        }
    }

    private Connectivity() {}

    /** Returns the sets that are apart, or nothing if all items hang together. */
    public static Optional<Separation> separation(PairwiseTally tally) {
        for (int start = 0; start < tally.size(); start++) {
            BitSet upper = unbeatenFrom(tally, start);
            if (upper.cardinality() < tally.size()) {
                return Optional.of(separation(tally, upper));
            }
        }
        return Optional.empty();
    }

    /** Returns why orders have no finite strengths, if so. */
    static Optional<Undefined> problem(Collection<JudgedOrder> orders) {
        long items = orders.stream()
                .flatMap(judged -> judged.order().items().stream())
                .distinct()
                .count();
        if (items > MOST_ITEMS) {
            return Optional.of(new Undefined(
                    Undefined.Reason.TOO_MANY_ITEMS,
                    "there are " + items + " items; at most " + MOST_ITEMS + " are fitted"));
        }
        return problem(PairwiseTally.of(orders.stream().map(JudgedOrder::order).toList()));
    }

    /** Returns why counted comparisons have no finite strengths, if so. */
    static Optional<Undefined> problem(PairwiseTally tally) {
        if (tally.size() < 2) {
            return Optional.of(new Undefined(
                    tally.size() == 0 ? Undefined.Reason.NO_OBSERVATIONS : Undefined.Reason.TOO_FEW_VALUES,
                    "there are " + tally.size() + " items; two are needed"));
        }
        return separation(tally).map(found -> new Undefined(Undefined.Reason.NOT_CONNECTED, found.describe()));
    }

    /** Returns an item, those that took a point from it, those that took one from these, and so on. */
    private static BitSet unbeatenFrom(PairwiseTally tally, int start) {
        BitSet reached = new BitSet();
        Deque<Integer> open = new ArrayDeque<>(List.of(start));
        reached.set(start);
        while (!open.isEmpty()) {
            int item = open.remove();
            for (int other = 0; other < tally.size(); other++) {
                if (!reached.get(other) && tally.points(other, item) > 0) {
                    reached.set(other);
                    open.add(other);
                }
            }
        }
        return reached;
    }

    private static Separation separation(PairwiseTally tally, BitSet upper) {
        boolean met = upper.stream()
                .anyMatch(i -> IntStream.range(0, tally.size()).anyMatch(j -> !upper.get(j) && tally.points(i, j) > 0));
        return new Separation(
                upper.stream().mapToObj(tally.items()::get).toList(),
                IntStream.range(0, tally.size())
                        .filter(i -> !upper.get(i))
                        .mapToObj(tally.items()::get)
                        .toList(),
                met);
    }
}
