package dev.lichen.annotation.store;

/** Says how an annotator dealt with an item. */
public enum JudgementOutcome {
    /** The answers were ranked. */
    JUDGED,
    /** No answer is any good; they are not ranked. */
    ALL_BAD,
    /** The answers cannot be compared. */
    NOT_RANKABLE,
    /** The annotator left the item to others. */
    SKIP,
    /** Something is wrong with the item: it goes to a reviewer. */
    FLAGGED
}
