package dev.lichen.annotation.exchange;

/** Says which records an export holds. */
public enum ExportKind {
    /** A ranking for each judgement that has an order. */
    RANKINGS,
    /** A demonstration for each answer that an annotator wrote. */
    DEMONSTRATIONS,
    /** A rating for each value by a criterion. */
    RATINGS
}
