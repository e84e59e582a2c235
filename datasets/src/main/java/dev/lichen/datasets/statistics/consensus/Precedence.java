package dev.lichen.datasets.statistics.consensus;

import dev.lichen.datasets.statistics.WeakOrder;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** Which items come before which: a directed graph, kept with everything that follows from it. */
final class Precedence {

    private final List<String> items;
    private final BitSet[] after;

    Precedence(List<String> items) {
        this.items = items;
        after = IntStream.range(0, items.size()).mapToObj(i -> new BitSet()).toArray(BitSet[]::new);
    }

    Precedence(Precedence other) {
        this.items = other.items;
        after = IntStream.range(0, items.size())
                .mapToObj(i -> (BitSet) other.after[i].clone())
                .toArray(BitSet[]::new);
    }

    /** Puts an item before another, and so before all that come after that. */
    void put(int before, int later) {
        BitSet reached = (BitSet) after[later].clone();
        reached.set(later);
        for (int i = 0; i < items.size(); i++) {
            if (i == before || after[i].get(before)) {
                after[i].or(reached);
            }
        }
    }

    /** Returns whether an item comes before another, directly or through others. */
    boolean isBefore(int first, int second) {
        return after[first].get(second);
    }

    /** Returns whether some item comes before itself. */
    boolean hasCycle() {
        return IntStream.range(0, items.size()).anyMatch(i -> isBefore(i, i));
    }

    /** Returns how many pairs are ordered neither way. */
    long openPairs() {
        long open = 0;
        for (int i = 0; i < items.size(); i++) {
            for (int j = 0; j < i; j++) {
                open += isBefore(i, j) || isBefore(j, i) ? 0 : 1;
            }
        }
        return open;
    }

    /** Returns tiers: first the items that none comes before, then those that none of the rest comes before, and so on. */
    WeakOrder tiers() {
        List<List<String>> tiers = new ArrayList<>();
        BitSet left = new BitSet();
        left.set(0, items.size());
        while (!left.isEmpty()) {
            BitSet top = new BitSet();
            left.stream()
                    .filter(i -> left.stream().noneMatch(j -> isBefore(j, i)))
                    .forEach(top::set);
            tiers.add(top.stream().mapToObj(items::get).toList());
            left.andNot(top);
        }
        return new WeakOrder(tiers);
    }
}
