package dev.lichen.annotation.account;

/** What a person may do in a project or, given for the whole installation, in every one. */
public enum Role {
    /** Everything, deleting included. */
    OWNER,
    /** Settings, people, guidelines, imports, exports and training. */
    ADMIN,
    /** Reads judgements, reviews and adjudicates. */
    REVIEWER,
    /** Judges. */
    ANNOTATOR,
    /** Reads everything, the ledger included, and changes nothing. */
    AUDITOR
}
