package dev.lichen.datasets.formats;

import java.util.List;

/**
 * The records of a file and what was left out on the way.
 *
 * @param records in the file's order
 * @param report how many objects were kept and skipped, and why
 * @param <T> the kind of record
 */
public record Dataset<T>(List<T> records, ReadReport report) {

    public Dataset {
        records = List.copyOf(records);
    }
}
