package dev.lichen.datasets.statistics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One judge's order of named items: the best tier first, equal items in one tier, items that were not ranked left out.
 *
 * <p>Items are known by name and never by position. A list of names in order and a list of ranks are inverse
 * permutations, and a coefficient computed from the wrong one of them can have the wrong sign.
 *
 * @param tiers the items of each tier, sorted by name; at least one tier, none empty
 */
public record WeakOrder(List<List<String>> tiers) {

    public WeakOrder {
        tiers = tiers.stream().map(tier -> tier.stream().sorted().toList()).toList();
        List<String> all = tiers.stream().flatMap(Collection::stream).toList();
        if (all.isEmpty() || tiers.stream().anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException("an order needs items, and none of its tiers empty, was " + tiers);
        }
        if (new HashSet<>(all).size() < all.size()) {
            throw new IllegalArgumentException("an order holds each item once, was " + tiers);
        }
    }

    /** Returns an order without ties, best first. */
    public static WeakOrder strict(List<String> items) {
        return new WeakOrder(items.stream().map(List::of).toList());
    }

    /** Returns an order without ties, best first. */
    public static WeakOrder strict(String... items) {
        return strict(List.of(items));
    }

    /** Returns the order of items with ranks: smaller is better, equal is tied, gaps mean nothing. */
    public static WeakOrder ofRanks(Map<String, ? extends Number> ranks) {
        Map<Double, List<String>> tiers = new TreeMap<>();
        ranks.forEach((item, rank) -> tiers.computeIfAbsent(rank.doubleValue() + 0.0, r -> new ArrayList<>())
                .add(item));
        return new WeakOrder(List.copyOf(tiers.values()));
    }

    /** Returns the items, best first. */
    public List<String> items() {
        return tiers.stream().flatMap(Collection::stream).toList();
    }

    /** Returns the tier of each item, 1 the best. */
    public Map<String, Integer> tierOfItem() {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (int tier = 0; tier < tiers.size(); tier++) {
            for (String item : tiers.get(tier)) {
                numbers.put(item, tier + 1);
            }
        }
        return numbers;
    }

    /** Returns whether two items share a tier. */
    public boolean hasTies() {
        return tiers.stream().anyMatch(tier -> tier.size() > 1);
    }

    /** Returns the order with every item renamed. */
    public WeakOrder renamed(Map<String, String> names) {
        return new WeakOrder(tiers.stream()
                .map(tier -> tier.stream()
                        .map(item -> names.getOrDefault(item, item))
                        .toList())
                .toList());
    }

    /** Returns {@code a > b = c > d}. */
    @Override
    public String toString() {
        return String.join(
                " > ", tiers.stream().map(tier -> String.join(" = ", tier)).toList());
    }
}
