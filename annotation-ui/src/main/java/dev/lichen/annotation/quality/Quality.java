package dev.lichen.annotation.quality;

import dev.lichen.annotation.store.LedgerHead;
import java.util.List;

/**
 * The quality figures of a project at one moment.
 *
 * @param asOf the head of the ledger that they show
 * @param selfConsistency whether people repeat themselves
 * @param effects whether place, length or format moved people
 */
public record Quality(LedgerHead asOf, Effect selfConsistency, List<Effect> effects) {

    public Quality {
        effects = List.copyOf(effects);
    }
}
