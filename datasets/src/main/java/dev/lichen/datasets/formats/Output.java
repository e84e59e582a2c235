package dev.lichen.datasets.formats;

import dev.lichen.datasets.files.FormulaPolicy;
import dev.lichen.datasets.files.JsonStyle;
import java.nio.file.Path;

/**
 * A file to be written, and how.
 *
 * @param file its name says container and compression; it appears when all is written
 * @param style how JSON is laid out: spaces, escapes, order of fields
 * @param formulas what becomes of texts in a table that a spreadsheet would run
 */
public record Output(Path file, JsonStyle style, FormulaPolicy formulas) {

    /** Returns a file of compact JSON, or of a table whose texts are as they are. */
    public static Output to(Path file) {
        return new Output(file, JsonStyle.COMPACT, FormulaPolicy.KEEP);
    }

    /** Returns the same file, with another treatment of formulas. */
    public Output with(FormulaPolicy other) {
        return new Output(file, style, other);
    }
}
