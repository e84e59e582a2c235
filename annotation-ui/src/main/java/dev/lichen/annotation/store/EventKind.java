package dev.lichen.annotation.store;

/** Says what a ledger event is about. */
public enum EventKind {
    /** A person got an account. */
    ACCOUNT_CREATED,
    /** A person's name, languages or status changed. */
    ACCOUNT_CHANGED,
    /** A person's key was destroyed and their name removed. */
    ACCOUNT_ERASED,
    /** A role was given. */
    ROLE_GRANTED,
    /** A role was taken away. */
    ROLE_REVOKED,
    /** An invitation was written. */
    INVITED,
    /** An invitation was taken back. */
    INVITATION_REVOKED,
    /** A project was made. */
    PROJECT_CREATED,
    /** A project's settings changed. */
    PROJECT_CHANGED,
    /** A version of the guideline was published. */
    GUIDELINE_PUBLISHED,
    /** A version of the criteria was published. */
    SCHEMA_PUBLISHED,
    /** Items were imported. */
    IMPORTED,
    /** The expected order of a gold item was set. */
    GOLD_SET,
    /** A gold item became one like any other. */
    GOLD_REMOVED,
    /** An item's priority, or how many people judge it, was changed. */
    ITEM_CHANGED,
    /** An item was withheld from annotators. */
    ITEM_HELD,
    /** An item that was withheld was let go. */
    ITEM_RELEASED,
    /** A person judged, or corrected, an item; the payload holds the judgement's hash. */
    JUDGED,
    /** A reviewer accepted or returned a judgement. */
    REVIEWED,
    /** An annotator was asked about a pattern in their work, or answered. */
    INQUIRED,
    /** Somebody saw which model or person wrote an answer. */
    UNBLINDED,
    /** Data left the store. */
    EXPORTED,
    /** A backup was written. */
    BACKED_UP,
    /** A training job was started, stopped or deleted. */
    JOB,
    /** A person made a token for a program. */
    TOKEN_CREATED,
    /** A person ended a token. */
    TOKEN_REVOKED,
    /** Somebody added or removed an address that is told of events. */
    WEBHOOK_CHANGED
}
