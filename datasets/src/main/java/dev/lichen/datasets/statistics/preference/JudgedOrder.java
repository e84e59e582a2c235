package dev.lichen.datasets.statistics.preference;

import dev.lichen.datasets.statistics.WeakOrder;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An order, and the cluster of orders that it depends on.
 *
 * @param cluster names what the order shares with others, such as its prompt or its judge
 * @param order the order, a pair among others
 */
public record JudgedOrder(String cluster, WeakOrder order) {

    /** Returns orders that depend on no other. */
    public static List<JudgedOrder> independent(Collection<WeakOrder> orders) {
        List<WeakOrder> list = List.copyOf(orders);
        return IntStream.range(0, list.size())
                .mapToObj(number -> new JudgedOrder(Integer.toString(number), list.get(number)))
                .toList();
    }
}
