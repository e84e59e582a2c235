package dev.lichen.datasets.formats;

import dev.lichen.datasets.DataFormatException;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Place;
import dev.lichen.datasets.files.BadRecordPolicy;
import dev.lichen.datasets.files.BadRecords;
import dev.lichen.datasets.files.DataFiles;
import dev.lichen.datasets.files.ReadProgress;
import dev.lichen.datasets.format.Format;
import dev.lichen.datasets.format.Reading;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Turns a file of one format into a file of another, through Lichen's records, one at a time.
 *
 * <pre>{@code
 * Format trl = Formats.named("trl-preference").orElseThrow();
 * ConversionReport report = Conversion.to(trl, Path.of("pairs.jsonl")).run(Path.of("hh.jsonl.gz"), ReadProgress.SILENT);
 * }</pre>
 *
 * @param from the format of the input; null recognises it by the first object
 * @param to the format of the output
 * @param output the file to write
 * @param policy what a bad record does
 */
public record Conversion(@Nullable Format from, Format to, Output output, BadRecordPolicy policy) {

    /** Returns the conversion into a format, of recognised input, that the first bad record ends. */
    public static Conversion to(Format to, Path output) {
        return new Conversion(null, to, Output.to(output), BadRecordPolicy.FAIL);
    }

    /**
     * Converts a file.
     *
     * @throws DataFormatException if the input is not what it should be, or nothing of it can be written
     */
    public ConversionReport run(Path input, ReadProgress progress) {
        Format source = new ReadOptions(from, policy, progress).formatOf(input);
        BadRecords bad = new BadRecords(policy);
        try (FormatWriter writer = FormatWriter.open(to, output)) {
            RecordReader<JsonRecord> reader = new RecordReader<>(source, Reading.Kept::new, bad, writer::write);
            DataFiles.scan(input, bad, progress, reader::accept);
            reader.finish();
            writer.finish();
            ConversionReport report = ConversionReport.of(this, input, source, bad, reader, writer.report());
            if (report.written() == 0) {
                throw nothing(input, report);
            }
            writer.commit();
            return report;
        }
    }

    private DataFormatException nothing(Path input, ConversionReport report) {
        return new DataFormatException(
                "Nothing to write",
                Place.of(input),
                String.join("; ", report.lines()),
                "records that the format " + to.name() + " can hold");
    }
}
