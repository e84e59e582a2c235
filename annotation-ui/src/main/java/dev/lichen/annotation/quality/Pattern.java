package dev.lichen.annotation.quality;

import dev.lichen.datasets.statistics.EvidenceProcess;
import dev.lichen.datasets.statistics.EvidenceProcess.Hypothesis;

/** A pattern that careful work does not show, as a bound that is kept by whoever judges by what the answers say. */
public enum Pattern {
    /** Answers win for being shown earlier: of the items, in how many do more pairs follow the order shown than not? */
    SHOWN_ORDER(0.5, Hypothesis.AT_MOST),
    /** Disagrees with the others: of the items, in how many does a pair stand as somebody before had it? */
    DISAGREES(0.6, Hypothesis.AT_LEAST),
    /** Does not repeat oneself: of the hidden repeats, in how many does a pair stand as before? */
    FORGETS(0.6, Hypothesis.AT_LEAST);

    private final EvidenceProcess evidence;

    Pattern(double bound, Hypothesis hypothesis) {
        this.evidence = new EvidenceProcess(bound, hypothesis);
    }

    /** Returns what weighs the items, in the order in which they were judged. */
    EvidenceProcess evidence() {
        return evidence;
    }

    /** Returns the share that careful work keeps to. */
    public double bound() {
        return evidence.bound();
    }
}
