package dev.lichen.annotation.quality;

import dev.lichen.annotation.quality.JudgedItem.OrderedPair;
import dev.lichen.annotation.queue.Purpose;
import dev.lichen.datasets.statistics.ClusterBootstrap;
import dev.lichen.datasets.statistics.Clusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Measures whether people agree with themselves on hidden repeats: of the pairs that a person ordered strictly both times,
 * the share that stands in the same order. One half is chance.
 */
final class SelfConsistency {

    private static final double CHANCE = 0.5;

    private final ClusterBootstrap bootstrap;

    SelfConsistency(ClusterBootstrap bootstrap) {
        this.bootstrap = bootstrap;
    }

    /** Names one person's work on one item. */
    private record Work(UUID user, UUID item) {}

    /** A pair of the first look, and whether the second look has it the same way. */
    private record Repeated(String cluster, boolean same) {}

    Effect of(List<JudgedItem> judged) {
        Map<Work, JudgedItem> firsts = new HashMap<>();
        judged.stream()
                .filter(one -> one.purpose() == Purpose.NORMAL)
                .forEach(one -> firsts.put(new Work(one.user(), one.item().id()), one));
        List<Repeated> repeated = new ArrayList<>();
        for (JudgedItem second : judged) {
            JudgedItem first = firsts.get(new Work(second.user(), second.item().id()));
            if (second.purpose() == Purpose.REPEAT && first != null) {
                add(repeated, first, second);
            }
        }
        Clusters clusters = Clusters.of(repeated, Repeated::cluster, pair -> pair.same() ? 1 : 0);
        return new Effect("the same order on a hidden repeat", CHANCE, bootstrap.rate(clusters));
    }

    private static void add(List<Repeated> repeated, JudgedItem first, JudgedItem second) {
        for (OrderedPair pair : first.pairs()) {
            second.sameOrder(pair).ifPresent(same -> repeated.add(new Repeated(pair.cluster(), same)));
        }
    }
}
