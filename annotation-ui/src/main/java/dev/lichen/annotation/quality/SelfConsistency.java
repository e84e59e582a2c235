package dev.lichen.annotation.quality;

import dev.lichen.annotation.queue.Purpose;
import dev.lichen.datasets.statistics.ClusterBootstrap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Measures whether people agree with themselves on hidden repeats: of the pairs that a person ordered strictly both times,
 * the share that stands in the same order. One half is chance.
 */
final class SelfConsistency {

    private static final double CHANCE = 0.5;

    private final ClusterRates same = new ClusterRates();

    /** Counts the pairs of those who ranked an item again. */
    void add(ItemWork work) {
        Map<UUID, JudgedItem> firsts = new HashMap<>();
        work.ranked(Purpose.NORMAL).forEach(one -> firsts.put(one.user(), one));
        work.ranked(Purpose.REPEAT).forEach(second -> {
            JudgedItem first = firsts.get(second.user());
            if (first != null) {
                first.pairs().forEach(pair -> second.sameOrder(pair).ifPresent(kept -> same.add(work.prompt(), kept)));
            }
        });
    }

    Effect effect(ClusterBootstrap bootstrap) {
        return new Effect("the same order on a hidden repeat", CHANCE, same.share(bootstrap));
    }
}
