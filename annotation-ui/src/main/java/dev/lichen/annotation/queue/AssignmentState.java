package dev.lichen.annotation.queue;

/** Says how far an assignment is. */
enum AssignmentState {
    /** Opened, and kept for its annotator. */
    LEASED,
    /** Begun. */
    DRAFT,
    /** Judged. */
    SUBMITTED,
    /** Left to others, or flagged. */
    SKIPPED,
    /** The lease ran out and the place went back. */
    EXPIRED,
    /** Taken away by the project's staff. */
    REVOKED;

    boolean isOpen() {
        return this == LEASED || this == DRAFT;
    }
}
