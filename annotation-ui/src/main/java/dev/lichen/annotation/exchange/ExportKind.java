package dev.lichen.annotation.exchange;

/** Says which records an export holds. */
public enum ExportKind {
    /** A ranking for each judgement that has an order or calls all answers bad. */
    RANKINGS,
    /** A demonstration for each answer that an annotator wrote. */
    DEMONSTRATIONS,
    /** A rating for each value by a criterion. */
    RATINGS,
    /** The prompt with what else was said: comments, and why an item was not ranked. */
    REMARKS
}
