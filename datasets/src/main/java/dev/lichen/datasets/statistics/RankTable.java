package dev.lichen.datasets.statistics;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Orders by several judges as numbers: judges × items, each cell a tier, 0 where the judge did not rank the item. */
public final class RankTable {

    private final List<String> items;
    private final int[][] tiers;

    private RankTable(List<String> items, int[][] tiers) {
        this.items = items;
        this.tiers = tiers;
    }

    /** Lays orders out, the items sorted by name. */
    public static RankTable of(Collection<WeakOrder> orders) {
        List<String> items = orders.stream()
                .flatMap(order -> order.tiers().stream())
                .flatMap(Collection::stream)
                .distinct()
                .sorted()
                .toList();
        Map<String, Integer> index = index(items);
        int[][] tiers = orders.stream()
                .map(order -> tiersOf(order, index, items.size()))
                .toArray(int[][]::new);
        return new RankTable(items, tiers);
    }

    private static Map<String, Integer> index(List<String> items) {
        Map<String, Integer> index = new LinkedHashMap<>();
        items.forEach(item -> index.put(item, index.size()));
        return index;
    }

    private static int[] tiersOf(WeakOrder order, Map<String, Integer> index, int items) {
        int[] row = new int[items];
        for (int tier = 0; tier < order.tiers().size(); tier++) {
            for (String item : order.tiers().get(tier)) {
                row[index.getOrDefault(item, -1)] = tier + 1;
            }
        }
        return row;
    }

    /** Returns the names of the items, sorted. */
    public List<String> items() {
        return items;
    }

    /** Returns K, the number of items. */
    public int itemCount() {
        return items.size();
    }

    /** Returns m, the number of judges. */
    public int judges() {
        return tiers.length;
    }

    /** Returns the tier that a judge gave to an item, 1 the best, or 0 if he did not rank it. */
    public int tier(int judge, int item) {
        return tiers[judge][item];
    }

    /** Returns whether every judge ranked every item. */
    public boolean isComplete() {
        for (int[] row : tiers) {
            for (int tier : row) {
                if (tier == 0) {
                    return false;
                }
            }
        }
        return true;
    }
}
