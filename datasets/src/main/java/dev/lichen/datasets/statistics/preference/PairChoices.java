package dev.lichen.datasets.statistics.preference;

import dev.lichen.datasets.statistics.PairwiseTally;
import dev.lichen.datasets.statistics.RankTable;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Turns comparisons of two items into choices: whichever won, or both. */
final class PairChoices {

    private PairChoices() {}

    /** Returns the choices of counted comparisons, each its own cluster. */
    static Choices of(PairwiseTally tally, boolean tiesAreChoices) {
        boolean ties = tiesAreChoices && hasTies(tally);
        Choices choices = new Choices(tally.size(), sizes(ties));
        for (int i = 0; i < tally.size(); i++) {
            for (int j = 0; j < tally.size(); j++) {
                BitSet pair = bits(i, j);
                if (tally.wins(i, j) > 0) {
                    choices.add(i + ">" + j, tally.wins(i, j), pair, bits(i));
                }
                if (i < j && tally.ties(i, j) > 0) {
                    choices.add(i + "=" + j, tally.ties(i, j), pair, pair);
                }
            }
        }
        return choices;
    }

    /** Returns the choices between all pairs of each order, clustered as the orders are. */
    static Choices of(Collection<JudgedOrder> orders, boolean tiesAreChoices) {
        RankTable table = RankTable.of(orders.stream().map(JudgedOrder::order).toList());
        boolean ties = tiesAreChoices
                && orders.stream().anyMatch(judged -> judged.order().hasTies());
        Choices choices = new Choices(table.itemCount(), sizes(ties));
        int judge = 0;
        for (JudgedOrder judged : orders) {
            add(choices, judged.cluster(), table, judge++);
        }
        return choices;
    }

    private static void add(Choices choices, String cluster, RankTable table, int judge) {
        List<Integer> ranked = IntStream.range(0, table.itemCount())
                .filter(item -> table.tier(judge, item) > 0)
                .boxed()
                .toList();
        for (int i : ranked) {
            for (int j : ranked) {
                if (i < j) {
                    int order = Integer.compare(table.tier(judge, i), table.tier(judge, j));
                    choices.add(cluster, bits(i, j), order == 0 ? bits(i, j) : bits(order < 0 ? i : j));
                }
            }
        }
    }

    private static boolean hasTies(PairwiseTally tally) {
        for (int i = 0; i < tally.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (tally.ties(i, j) > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private static SortedSet<Integer> sizes(boolean ties) {
        return new TreeSet<>(ties ? List.of(1, 2) : List.of(1));
    }

    private static BitSet bits(int... items) {
        BitSet bits = new BitSet();
        for (int item : items) {
            bits.set(item);
        }
        return bits;
    }
}
