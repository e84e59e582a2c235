package dev.lichen.annotation.queue;

/** Says why work was not taken in, so that the workbench can say it in the annotator's language. */
public enum WorkRefusal {
    /** The lease ran out and others completed the item; the draft is kept. */
    LEASE_ENDED,
    /** The item is not open any more. */
    DONE,
    /** The item was submitted before, and something else was said of it. */
    SUBMITTED_OTHERWISE,
    /** Other work on the item was saved since, as in another tab. */
    NEWER_DRAFT,
    /** Fewer than two answers were put in order by hand. */
    NOTHING_RANKED,
    /** Nothing was written where an answer was asked for. */
    NOTHING_WRITTEN,
    /** There is no such work of one's own. */
    UNKNOWN_WORK,
    /** A judgement is returned with a reason. */
    NO_REASON,
    /** Nobody reviews a judgement of their own. */
    OWN_JUDGEMENT,
    /** The judgement was corrected since it was read. */
    CORRECTED_SINCE,
    /** What no page sends: the exception's message says it. */
    MALFORMED
}
