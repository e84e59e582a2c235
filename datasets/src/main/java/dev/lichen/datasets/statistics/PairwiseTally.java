package dev.lichen.datasets.statistics;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * How often each item was put above each other, and how often both were tied.
 *
 * <p>An item that an order leaves out has neither won nor lost there.
 */
public final class PairwiseTally {

    private final List<String> items;
    private final long[][] wins;
    private final long[][] ties;

    private PairwiseTally(List<String> items, long[][] wins, long[][] ties) {
        this.items = items;
        this.wins = wins;
        this.ties = ties;
    }

    /** Counts the pairs of orders. */
    public static PairwiseTally of(Collection<WeakOrder> orders) {
        RankTable table = RankTable.of(orders);
        int k = table.itemCount();
        PairwiseTally tally = new PairwiseTally(table.items(), new long[k][k], new long[k][k]);
        for (int judge = 0; judge < table.judges(); judge++) {
            tally.add(table, judge);
        }
        return tally;
    }

    /**
     * Returns given counts.
     *
     * @param items the names
     * @param wins how often the item of the row beat that of the column; the diagonal is 0
     */
    public static PairwiseTally of(List<String> items, long[][] wins) {
        return of(items, wins, new long[items.size()][items.size()]);
    }

    /** Returns given counts, with those of ties, which must be symmetric. */
    public static PairwiseTally of(List<String> items, long[][] wins, long[][] ties) {
        requireSquare(items.size(), wins);
        requireSquare(items.size(), ties);
        for (int i = 0; i < items.size(); i++) {
            for (int j = 0; j < items.size(); j++) {
                if (ties[i][j] != ties[j][i]) {
                    throw new IllegalArgumentException("ties must be symmetric");
                }
            }
        }
        return new PairwiseTally(List.copyOf(items), copy(wins), copy(ties));
    }

    private void add(RankTable table, int judge) {
        for (int i = 0; i < items.size(); i++) {
            for (int j = 0; j < items.size(); j++) {
                int first = table.tier(judge, i);
                int second = table.tier(judge, j);
                if (i != j && first > 0 && second > 0) {
                    wins[i][j] += first < second ? 1 : 0;
                    ties[i][j] += first == second ? 1 : 0;
                }
            }
        }
    }

    /** Returns the names of the items. */
    public List<String> items() {
        return items;
    }

    /** Returns K, the number of items. */
    public int size() {
        return items.size();
    }

    /** Returns how often item i was put above item j. */
    public long wins(int i, int j) {
        return wins[i][j];
    }

    /** Returns how often items i and j were tied. */
    public long ties(int i, int j) {
        return ties[i][j];
    }

    /** Returns the wins of i over j, less those of j over i. */
    public long margin(int i, int j) {
        return wins[i][j] - wins[j][i];
    }

    /** Returns how often items i and j were compared. */
    public long comparisons(int i, int j) {
        return wins[i][j] + wins[j][i] + ties[i][j];
    }

    /** Returns the points of i against j: wins, and a half for each tie. */
    public double points(int i, int j) {
        return wins[i][j] + 0.5 * ties[i][j];
    }

    private static void requireSquare(int size, long[][] counts) {
        boolean square = counts.length == size && Arrays.stream(counts).allMatch(row -> row.length == size);
        if (!square || Arrays.stream(counts).flatMapToLong(Arrays::stream).anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("need " + size + " x " + size + " counts, none negative");
        }
        for (int i = 0; i < size; i++) {
            if (counts[i][i] != 0) {
                throw new IllegalArgumentException(
                        "an item is not compared with itself: [" + i + "][" + i + "] must be 0");
            }
        }
    }

    private static long[][] copy(long[][] counts) {
        return Arrays.stream(counts).map(long[]::clone).toArray(long[][]::new);
    }
}
