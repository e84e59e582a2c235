package dev.lichen.datasets.files;

import dev.lichen.datasets.DataFormatException;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the rows of a Parquet file, which are counted from 1 as lines are.
 *
 * <p>The library answers damage with exceptions of all kinds, so all of them are taken for damage.
 */
final class ParquetRows {

    private static final int SHOWN_CHARACTERS = 200;
    private static final int ROWS_BETWEEN_REPORTS = 1000;

    private final Path file;
    private final BadRecords bad;
    private final ReadProgress progress;
    private long row;
    private long reported;

    ParquetRows(Path file, BadRecords bad, ReadProgress progress) {
        this.file = file;
        this.bad = bad;
        this.progress = progress;
    }

    /** Returns whether there was any row. */
    boolean visit(Predicate<JsonFields> visitor) throws IOException {
        InputFile input = new LocalInputFile(file);
        long rows = rows(input);
        try (ParquetReader<ParquetRow> reader = open(input)) {
            boolean more = true;
            for (ParquetRow next = read(reader); more && next != null; next = more ? read(reader) : null) {
                more = visit(next, visitor);
                report(rows);
            }
        }
        return row > 0;
    }

    private boolean visit(ParquetRow next, Predicate<JsonFields> visitor) {
        Place place = new Place(file, row);
        String column = next.columnWithoutText();
        if (column != null) {
            bad.add(new DataFormatException(
                    "Not UTF-8", place, "bytes that are no UTF-8 in column \"" + column + "\"", "text in UTF-8"));
            return true;
        }
        return bad.visit(new JsonFields(next.object(), place), visitor);
    }

    private long rows(InputFile input) {
        try (ParquetFileReader reader = ParquetFileReader.open(
                input,
                ParquetReadOptions.builder(new PlainParquetConfiguration()).build())) {
            return reader.getRecordCount();
        } catch (IOException | RuntimeException e) {
            throw damaged(e);
        }
    }

    private ParquetReader<ParquetRow> open(InputFile input) {
        try {
            return new Builder(input).withCodecFactory(new ParquetCodecs()).build();
        } catch (IOException | RuntimeException e) {
            throw damaged(e);
        }
    }

    private @Nullable ParquetRow read(ParquetReader<ParquetRow> reader) {
        try {
            ParquetRow next = reader.read();
            row += next == null ? 0 : 1;
            return next;
        } catch (IOException | RuntimeException e) {
            throw damaged(e);
        }
    }

    private void report(long rows) throws IOException {
        if (row % ROWS_BETWEEN_REPORTS == 0 || row == rows) {
            long size = Files.size(file);
            long done = (long) ((double) row / rows * size);
            progress.advance(done - reported, size);
            reported = done;
        }
    }

    private DataFormatException damaged(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        Place place = new Place(file, row);
        if (root instanceof UnsupportedOperationException) {
            return new DataFormatException(
                    "Unsupported Parquet file",
                    place,
                    describe(root),
                    "pages plain or packed by zstd, Snappy, gzip or LZ4; to pack them anew: python -c \"import pyarrow.parquet"
                            + " as p; p.write_table(p.read_table('%s'), 'zstd.parquet', compression='zstd')\""
                                    .formatted(file.getFileName()),
                    e);
        }
        return new DataFormatException(
                "Damaged Parquet file", place, "\"" + describe(root) + "\"", "a complete Parquet file", e);
    }

    private static String describe(Throwable root) {
        String message = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        String line = message.lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", "?");
        return line.length() > SHOWN_CHARACTERS ? line.substring(0, SHOWN_CHARACTERS) + "…" : line;
    }

    /** The library's way to be given a {@link ReadSupport}. */
    private static final class Builder extends ParquetReader.Builder<ParquetRow> {

        Builder(InputFile input) {
            super(input, new PlainParquetConfiguration());
        }

        @Override
        protected ReadSupport<ParquetRow> getReadSupport() {
            return new ParquetRecordReader();
        }
    }
}
