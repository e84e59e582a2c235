package dev.lichen.annotation.quality;

import dev.lichen.annotation.store.LedgerHead;
import dev.lichen.datasets.statistics.judgements.Agreement;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The quality figures of a project at one moment.
 *
 * @param asOf the head of the ledger that they show
 * @param sample of which items the agreement is, and the odds ratios of effects
 * @param agreements between people: on rankings, and on each criterion; writers of answers are not named
 * @param bySource the same by source of items; empty unless two or more are named
 * @param consensusItems how many items two or more people ranked
 * @param consensus what the annotators of each of them say together, of the thousand on which they agree the least
 * @param openItems how many of them a coin might still have ordered, and which of those wait for a further judgement
 * @param gold whether people rank hidden items of known order as they are known
 * @param selfConsistency whether people repeat themselves
 * @param effects whether place, length or format moved people
 * @param suspicions patterns in people's work, the strongest evidence first
 */
public record Quality(
        LedgerHead asOf,
        Sample sample,
        List<Agreement> agreements,
        SortedMap<String, List<Agreement>> bySource,
        long consensusItems,
        List<ItemConsensus> consensus,
        OpenItems openItems,
        Gold gold,
        Effect selfConsistency,
        List<Effect> effects,
        List<Suspicion> suspicions) {

    /**
     * Some items of all that were judged, drawn by chance.
     *
     * @param items how many
     * @param of how many were judged
     */
    public record Sample(long items, long of) {

        /** Returns whether all items are in it. */
        public boolean isWhole() {
            return items == of;
        }
    }

    public Quality {
        agreements = List.copyOf(agreements);
        bySource = Collections.unmodifiableSortedMap(new TreeMap<>(bySource));
        consensus = List.copyOf(consensus);
        effects = List.copyOf(effects);
        suspicions = List.copyOf(suspicions);
    }
}
