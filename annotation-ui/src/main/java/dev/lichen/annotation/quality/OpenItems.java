package dev.lichen.annotation.quality;

import dev.lichen.datasets.statistics.consensus.OrderEvidence;
import java.util.List;
import java.util.UUID;

/**
 * The items that two or more people ranked and whose order is open: a coin might have given it, as far as can be told
 * ({@link OrderEvidence}), and no reviewer has decided. Gold and what is withheld are left out.
 *
 * @param falseDecisions the chance with which a pair that people are divided on evenly is ever taken as decided
 * @param open how many items are open
 * @param of how many were looked at
 * @param waiting how many of the open ones have no place for a further judge
 * @param first the first of those that wait, at most a thousand, in the order of import
 */
public record OpenItems(double falseDecisions, long open, long of, long waiting, List<UUID> first) {

    public OpenItems {
        first = List.copyOf(first);
    }
}
