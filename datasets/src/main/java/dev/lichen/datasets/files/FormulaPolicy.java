package dev.lichen.datasets.files;

/** Says what becomes of texts in a table that a spreadsheet would run as formulas. */
public enum FormulaPolicy {
    /** They stay as they are. */
    KEEP,
    /** An apostrophe is put before them, which makes them texts; Lichen takes it away again when it reads the table. */
    NEUTRALISE
}
