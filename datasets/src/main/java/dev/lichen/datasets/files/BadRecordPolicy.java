package dev.lichen.datasets.files;

/** Says what a bad record does to the reading of its file. */
public enum BadRecordPolicy {
    /** The first bad record ends the reading with an error that names it. */
    FAIL,
    /** Bad records are left out and counted by reason; a file that is damaged as a whole still ends in an error. */
    SKIP
}
