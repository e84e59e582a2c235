package dev.lichen.datasets.jsonl;

import dev.lichen.FileAccessException;
import dev.lichen.datasets.DataFormatException;
import dev.lichen.datasets.InvalidRecordException;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Reads and writes JSON objects, one a line, gzip included.
 *
 * <pre>{@code
 * List<Ranking> rankings = JsonLines.read(path, Ranking::from);
 * JsonLines.write(path, rankings);
 * }</pre>
 */
public final class JsonLines {

    private JsonLines() {}

    /**
     * Reads every object of a file into records.
     *
     * @param file JSON lines or a JSON array, gzip or not
     * @param reader makes a record of an object's fields, for example {@code Ranking::from}
     * @throws DataFormatException naming file and line, if the file or a record is not what it should be
     * @throws FileAccessException if the file cannot be read
     */
    public static <T> List<T> read(Path file, Function<JsonFields, T> reader) {
        List<T> records = new ArrayList<>();
        scan(file, fields -> {
            records.add(located(reader, fields));
            return true;
        });
        return records;
    }

    /**
     * Hands the objects of a file to a visitor one by one, until it returns false or the file ends.
     *
     * @param file JSON lines or a JSON array, gzip or not
     * @param visitor returns whether it wants the next object
     * @throws DataFormatException naming file and line, if the file is not what it should be
     * @throws FileAccessException if the file cannot be read
     */
    public static void scan(Path file, Predicate<JsonFields> visitor) {
        try (InputStream input = DataFile.open(file)) {
            boolean any = DataFile.startsWithBracket(input)
                    ? new JsonArrayScanner(file, input).scan(visitor)
                    : new JsonLineScanner(file, input).scan(visitor);
            if (!any) {
                throw new DataFormatException("Empty data file", Place.of(file), "no records", "at least one");
            }
        } catch (IOException e) {
            throw DataFile.failure(file, e);
        }
    }

    /** Writes records, one a line, in place of the file; gzip if its name ends in {@code .gz}. */
    public static void write(Path file, Iterable<? extends JsonRecord> records) {
        try (JsonLinesWriter writer = JsonLinesWriter.open(file)) {
            records.forEach(writer::write);
            writer.commit();
        }
    }

    /** Applies a reader and gives the place to a record that breaks its own rules. */
    public static <T> T located(Function<JsonFields, T> reader, JsonFields fields) {
        try {
            return reader.apply(fields);
        } catch (InvalidRecordException e) {
            throw e.at(fields.place());
        }
    }
}
