package dev.lichen.datasets.cleaning;

/** A step that changes texts. */
@FunctionalInterface
interface TextEditor {

    /** Returns what becomes of a text; the same text becomes the same each time. */
    TextEdit edit(String text);
}
