package dev.lichen.annotation.queue;

/** What became of a draft that a page wanted to save. */
public sealed interface DraftResult {

    /**
     * It is in the database.
     *
     * @param revision to be named at the next save
     */
    record Saved(long revision) implements DraftResult {}

    /**
     * Another tab saved in the meantime; nothing was overwritten.
     *
     * @param current what is there
     */
    record Conflict(Draft current) implements DraftResult {}

    /**
     * The lease ran out and others completed the item; the draft is kept and offered again if a place opens.
     *
     * @param revision of the draft that is kept
     */
    record Kept(long revision) implements DraftResult {}
}
