package dev.lichen.datasets.formats;

import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Place;
import dev.lichen.datasets.files.Formulas;
import dev.lichen.datasets.files.RecordWriter;
import dev.lichen.datasets.format.Format;
import java.nio.file.Path;

/**
 * Writes records of Lichen's to a file of any format, one at a time, and counts what is lost on the way.
 *
 * <pre>{@code
 * try (FormatWriter writer = FormatWriter.open(format, Output.to(Path.of("pairs.csv")))) {
 *     rankings.forEach(writer::write);
 *     writer.finish();
 *     writer.commit();
 * }
 * }</pre>
 */
public final class FormatWriter implements AutoCloseable {

    /** The place of records that come from no file. */
    private static final Path RECORD = Path.of("record");

    private final Formulas formulas;
    private final RecordWriter file;
    private final RecordConverter converter;
    private long records;

    private FormatWriter(Format format, Output output) {
        this.formulas = new Formulas(output.formulas());
        this.file = RecordWriter.open(output.file(), output.style(), formulas);
        this.converter = new RecordConverter(format, Place.of(RECORD), file::write);
    }

    /** Opens a writer; nothing is at the place of the file before the commit. */
    public static FormatWriter open(Format format, Output output) {
        return new FormatWriter(format, output);
    }

    /** Writes a record; what is lost of it is told by its number. */
    public void write(JsonRecord one) {
        write(one, new Place(RECORD, ++records));
    }

    /** Writes a record that was read at a place. */
    void write(JsonRecord one, Place place) {
        converter.accept(one, place);
    }

    /** Writes the last records, which waited for others that belong to them. */
    public void finish() {
        converter.finish();
    }

    /** Puts the file in its place. */
    public void commit() {
        file.commit();
    }

    /** Returns what was written so far, and what was left out or lost. */
    public WritingReport report() {
        return new WritingReport(
                converter.written(),
                ConversionReport.Count.of(converter.unwritable().skips()),
                ConversionReport.Count.of(converter.losses().skips()),
                ConversionReport.Count.of(formulas.counts()));
    }

    @Override
    public void close() {
        file.close();
    }
}
