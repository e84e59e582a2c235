package dev.lichen.datasets.files;

import dev.lichen.FileAccessException;
import dev.lichen.datasets.DataFormatException;
import dev.lichen.datasets.InvalidRecordException;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Reads and writes files of JSON objects.
 *
 * <pre>{@code
 * List<Ranking> rankings = DataFiles.read(path, Ranking::from);
 * DataFiles.write(path, rankings);
 * }</pre>
 */
public final class DataFiles {

    private DataFiles() {}

    /**
     * Reads every object of a file into records.
     *
     * @param file of any container, packed or not
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
     * @param file of any container, packed or not
     * @param visitor returns whether it wants the next object
     * @throws DataFormatException naming file and line, if the file is not what it should be
     * @throws FileAccessException if the file cannot be read
     */
    public static void scan(Path file, Predicate<JsonFields> visitor) {
        scan(file, new BadRecords(BadRecordPolicy.FAIL), ReadProgress.SILENT, visitor);
    }

    /**
     * Hands the objects of a file to a visitor one by one, until it returns false or the file ends; bad records go by a
     * policy.
     *
     * <p>A bad record is one that is no JSON object, or for which the visitor throws an {@link InvalidRecordException}, or
     * a {@link DataFormatException} at the record's own place. The file is in memory one record at a time.
     *
     * @param file of any container, packed or not
     * @param bad decides on bad records and counts them
     * @param progress hears how much of the file is read
     * @param visitor returns whether it wants the next object
     * @throws DataFormatException naming file and line, if the file is damaged as a whole, or by {@code bad}
     * @throws FileAccessException if the file cannot be read
     */
    public static void scan(Path file, BadRecords bad, ReadProgress progress, Predicate<JsonFields> visitor) {
        try (DataFile data = DataFile.open(file, progress)) {
            boolean any = data.container() == Container.PARQUET
                    ? new ParquetRows(file, bad, progress).visit(visitor)
                    : records(file, data, bad).visit(visitor);
            if (!any) {
                throw new DataFormatException("Empty data file", Place.of(file), "no records", "at least one");
            }
        } catch (IOException e) {
            throw DataFile.failure(file, e);
        }
    }

    private static Records records(Path file, DataFile data, BadRecords bad) throws IOException {
        return switch (data.container()) {
            case JSON_LINES -> new Records(file, new LineCutter(data.input()), Json::parse, bad);
            case JSON_VALUES -> new Records(file, new ValueCutter(file, data.input()), Json::parse, bad);
            case COMMAS, TABS -> {
                byte delimiter = data.container().delimiter();
                RowCutter rows = new RowCutter(file, data.input(), delimiter);
                yield new Records(file, rows, Table.open(file, rows, delimiter)::parse, bad);
            }
            case PARQUET -> throw new IllegalArgumentException("columns are not cut into records");
        };
    }

    /** Writes records in place of the file, in the container and compression that its name asks for. */
    public static void write(Path file, Iterable<? extends JsonRecord> records) {
        try (RecordWriter writer = RecordWriter.open(file)) {
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
