package dev.lichen.annotation.quality;

import dev.lichen.datasets.statistics.consensus.OrderEvidence;
import dev.lichen.datasets.statistics.judgements.Consensus;
import java.util.UUID;

/**
 * What the annotators of an item say together.
 *
 * @param item which item
 * @param number its place in the order of import
 * @param consensus the order, and how far they agree on it
 * @param adjudicated whether a reviewer has decided
 * @param logEvidence how sure the order is, as {@link OrderEvidence#ofOrder} says
 */
public record ItemConsensus(UUID item, long number, Consensus consensus, boolean adjudicated, double logEvidence) {

    /** Returns whether a further judgement may still be needed. */
    public boolean isOpen() {
        return !adjudicated && !OrderEvidence.decides(logEvidence);
    }

    /** Returns how far the annotators agree, for sorting; where that is undefined they tied everything. */
    double agreement() {
        Double tau = consensus.meanTauB();
        return tau == null ? 1 : tau;
    }
}
