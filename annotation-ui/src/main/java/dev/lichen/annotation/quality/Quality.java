package dev.lichen.annotation.quality;

import dev.lichen.annotation.store.LedgerHead;
import dev.lichen.datasets.statistics.judgements.Agreement;
import dev.lichen.datasets.statistics.judgements.Consensus;
import java.util.List;

/**
 * The quality figures of a project at one moment.
 *
 * @param asOf the head of the ledger that they show
 * @param agreements between people: on rankings, and on each criterion; writers of answers are not named
 * @param consensus what the annotators of each item say together, where there are two or more
 * @param selfConsistency whether people repeat themselves
 * @param effects whether place, length or format moved people
 */
public record Quality(
        LedgerHead asOf,
        List<Agreement> agreements,
        List<Consensus> consensus,
        Effect selfConsistency,
        List<Effect> effects) {

    public Quality {
        agreements = List.copyOf(agreements);
        consensus = List.copyOf(consensus);
        effects = List.copyOf(effects);
    }
}
