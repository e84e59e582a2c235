package dev.lichen.datasets.statistics.consensus;

import dev.lichen.datasets.statistics.PairwiseTally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The majorities between all pairs of items, the clearest first.
 *
 * @param list every pair with more votes for one side
 * @param cycle whether majorities go in circles (Condorcet's paradox): a beats b, b beats c, c beats a
 * @param condorcetWinner the item that has the majority against every other, or null if there is none
 */
public record Majorities(
        List<Majority> list, boolean cycle, @Nullable String condorcetWinner) {

    public Majorities {
        list = List.copyOf(list);
    }

    /** Counts the majorities. */
    public static Majorities of(PairwiseTally tally) {
        List<Majority> list = new ArrayList<>();
        Precedence beats = new Precedence(tally.items());
        for (int i = 0; i < tally.size(); i++) {
            for (int j = 0; j < tally.size(); j++) {
                if (tally.margin(i, j) > 0) {
                    beats.put(i, j);
                    list.add(majority(tally, i, j));
                }
            }
        }
        list.sort(Comparator.comparingLong(Majority::margin)
                .reversed()
                .thenComparing(Majority::winner)
                .thenComparing(Majority::loser));
        return new Majorities(list, beats.hasCycle(), winner(tally));
    }

    private static Majority majority(PairwiseTally tally, int i, int j) {
        return new Majority(
                tally.items().get(i), tally.items().get(j), tally.wins(i, j), tally.wins(j, i), tally.ties(i, j));
    }

    private static @Nullable String winner(PairwiseTally tally) {
        for (int i = 0; i < tally.size(); i++) {
            boolean wins = true;
            for (int j = 0; j < tally.size(); j++) {
                wins &= i == j || tally.margin(i, j) > 0;
            }
            if (wins) {
                return tally.items().get(i);
            }
        }
        return null;
    }
}
