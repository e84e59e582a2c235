package dev.lichen.annotation.project;

/** Whether and why an item is handed out. */
public enum ItemState {
    /** It waits for a further judgement. */
    OPEN,
    /** It has or is getting all its judgements. */
    FULL,
    /** It is withheld until somebody has looked. */
    HELD,
    /** It has only one distinct answer and is never handed out. */
    IDENTICAL,
    /** Its order is known, and it is handed out to everybody, hidden among the others. */
    GOLD
}
