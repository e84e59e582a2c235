package dev.lichen.datasets.files;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lichen.FileAccessException;
import dev.lichen.datasets.JsonRecord;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes JSON objects to a temporary file beside the target, which {@link #commit()} puts in its place.
 *
 * <p>The name of the target says how they are held: {@code .json} an array, {@code .csv}, {@code .tsv}, {@code .parquet}, any
 * other one object a line; {@code .gz} and {@code .zst} after it pack the file. Tables and Parquet need their columns before
 * the first row, so the records wait in a packed file until the commit. Closed without a commit, as after a failure, a
 * writer leaves the target as it was. Not safe for several threads.
 */
public final class RecordWriter implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final Path target;
    private final Path temporary;
    private final RecordSink sink;
    private boolean committed;

    private RecordWriter(Path target, Path temporary, RecordSink sink) {
        this.target = target;
        this.temporary = temporary;
        this.sink = sink;
    }

    /** Opens a writer; the folder is made if need be. */
    public static RecordWriter open(Path target) {
        return open(target, JsonStyle.COMPACT);
    }

    /** Opens a writer that lays JSON out in a style, which then also says whether it is lines or an array. */
    public static RecordWriter open(Path target, JsonStyle style) {
        return open(target, style, new Formulas(FormulaPolicy.KEEP));
    }

    /** Opens a writer that lays JSON out in a style, and treats texts in a table that look like formulas. */
    public static RecordWriter open(Path target, JsonStyle style, Formulas formulas) {
        Path absolute = target.toAbsolutePath();
        Path temporary = absolute.resolveSibling("." + absolute.getFileName() + ".partial");
        try {
            Files.createDirectories(temporary.getParent());
            temporary.toFile().deleteOnExit();
            return new RecordWriter(target, temporary, sink(target, temporary, style, formulas));
        } catch (IOException e) {
            throw new FileAccessException("write", target, e);
        }
    }

    private static RecordSink sink(Path target, Path temporary, JsonStyle style, Formulas formulas) throws IOException {
        Container container = Container.named(target);
        Compression compression = Compression.named(target);
        return switch (container) {
            case JSON_LINES, JSON_VALUES -> {
                OutputStream output = packed(temporary, compression);
                yield style.isCompact()
                        ? new JsonSink(output, container == Container.JSON_VALUES)
                        : new StyledSink(output, style);
            }
            case COMMAS, TABS ->
                new SpooledSink(temporary, new TableLayout(container.delimiter(), compression, formulas));
            case PARQUET -> new SpooledSink(temporary, new ParquetLayout());
        };
    }

    private static OutputStream packed(Path file, Compression compression) throws IOException {
        return compression.pack(new BufferedOutputStream(Files.newOutputStream(file), BUFFER));
    }

    /** Writes a record. */
    public void write(JsonRecord jsonRecord) {
        write(jsonRecord.toJson());
    }

    /** Writes a JSON object. */
    public void write(JsonNode json) {
        try {
            sink.write(json);
        } catch (IOException e) {
            throw new FileAccessException("write", target, e);
        }
    }

    /** Puts what was written, forced to the disk, in place of the target. */
    public void commit() {
        try {
            sink.finish();
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            committed = true;
        } catch (IOException e) {
            throw new FileAccessException("write", target, e);
        }
    }

    /** Throws away what was not committed. */
    @Override
    public void close() {
        if (committed) {
            return;
        }
        try (sink) {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            throw new FileAccessException("write", target, e);
        }
    }
}
