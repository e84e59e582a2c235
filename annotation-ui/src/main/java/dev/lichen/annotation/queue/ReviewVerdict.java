package dev.lichen.annotation.queue;

/** Says what a reviewer thinks of a judgement. */
public enum ReviewVerdict {
    /** It stands. */
    ACCEPTED,
    /** Its annotator is asked to look again. */
    RETURNED
}
