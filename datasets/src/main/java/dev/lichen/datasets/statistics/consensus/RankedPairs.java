package dev.lichen.datasets.statistics.consensus;

import dev.lichen.datasets.statistics.Finding;
import dev.lichen.datasets.statistics.PairwiseTally;
import dev.lichen.datasets.statistics.Undefined;
import dev.lichen.datasets.statistics.WeakOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Tideman's ranked pairs: majorities are locked in by margin, the largest first, unless they contradict those before.
 *
 * <p>Majorities of equal margin are treated alike, so that the names and the order of items change nothing: those that
 * larger margins contradict are dropped; of the rest, those that are part of a cycle with each other are dropped too. A
 * pair without a majority is never locked. Items that nothing locked sets apart share a tier. Source: Tideman, Independence
 * of clones as a criterion for voting rules, Social Choice and Welfare 4 (1987).
 *
 * @param consensus the order; items that the votes do not set apart share a tier
 * @param majorities all majorities with their margins, and whether they go in circles
 * @param locked those that made the order
 * @param openPairs how many pairs of items nothing locked sets apart, directly or through others
 * @param judges how many orders were given
 */
public record RankedPairs(
        WeakOrder consensus, Majorities majorities, List<Majority> locked, long openPairs, long judges) {

    public RankedPairs {
        locked = List.copyOf(locked);
    }

    /** Finds the consensus of orders; items that an order leaves out neither win nor lose in it. */
    public static Finding<RankedPairs> of(Collection<WeakOrder> orders) {
        if (orders.isEmpty()) {
            return Finding.undefined(Undefined.Reason.NO_OBSERVATIONS, "there are no orders");
        }
        return Finding.of(of(PairwiseTally.of(orders), orders.size()));
    }

    private static RankedPairs of(PairwiseTally tally, long judges) {
        Majorities majorities = Majorities.of(tally);
        Precedence order = new Precedence(tally.items());
        List<Majority> locked = new ArrayList<>();
        for (List<Majority> equals : byMargin(majorities.list())) {
            List<Majority> added = lockable(tally.items(), order, equals);
            added.forEach(majority -> put(tally.items(), order, majority));
            locked.addAll(added);
        }
        return new RankedPairs(order.tiers(), majorities, locked, order.openPairs(), judges);
    }

    private static List<List<Majority>> byMargin(List<Majority> sorted) {
        List<List<Majority>> groups = new ArrayList<>();
        for (Majority majority : sorted) {
            if (groups.isEmpty() || groups.getLast().getLast().margin() != majority.margin()) {
                groups.add(new ArrayList<>());
            }
            groups.getLast().add(majority);
        }
        return groups;
    }

    /** Returns those of equal margin that neither contradict what is locked nor each other. */
    private static List<Majority> lockable(List<String> items, Precedence order, List<Majority> equals) {
        List<Majority> possible = equals.stream()
                .filter(m -> !order.isBefore(items.indexOf(m.loser()), items.indexOf(m.winner())))
                .toList();
        Precedence together = new Precedence(order);
        possible.forEach(majority -> put(items, together, majority));
        return possible.stream()
                .filter(m -> !together.isBefore(items.indexOf(m.loser()), items.indexOf(m.winner())))
                .toList();
    }

    private static void put(List<String> items, Precedence order, Majority majority) {
        order.put(items.indexOf(majority.winner()), items.indexOf(majority.loser()));
    }
}
