package dev.lichen.datasets;

import java.nio.file.Path;

/**
 * Names where a record stands: a file, and the line its text begins on; in a Parquet file, which has no lines, the row.
 *
 * @param file the file, as the user named it
 * @param line the line or row, counted from 1; 0 means the file as a whole
 */
public record Place(Path file, long line) {

    public Place {
        if (line < 0) {
            throw new IllegalArgumentException("line must be at least 0, was " + line);
        }
    }

    /** Returns the place that stands for a whole file. */
    public static Place of(Path file) {
        return new Place(file, 0);
    }

    /** Returns {@code file:line}, which editors and terminals can follow, or the file alone. */
    @Override
    public String toString() {
        return line == 0 ? file.toString() : file + ":" + line;
    }
}
