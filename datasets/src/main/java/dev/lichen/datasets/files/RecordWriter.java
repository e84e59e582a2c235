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
import java.util.zip.GZIPOutputStream;

/**
 * Writes JSON objects, one a line, to a temporary file beside the target, which {@link #commit()} puts in its place.
 *
 * <p>Closed without a commit, as after a failure, it leaves the target as it was. Not safe for several threads.
 */
public final class RecordWriter implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final Path target;
    private final Path temporary;
    private final OutputStream output;
    private boolean committed;

    private RecordWriter(Path target, Path temporary, OutputStream output) {
        this.target = target;
        this.temporary = temporary;
        this.output = output;
    }

    /** Opens a writer; the folder is made if need be, and the lines are gzipped if the name ends in {@code .gz}. */
    public static RecordWriter open(Path target) {
        Path absolute = target.toAbsolutePath();
        Path temporary = absolute.resolveSibling("." + absolute.getFileName() + ".partial");
        try {
            Files.createDirectories(temporary.getParent());
            OutputStream raw = new BufferedOutputStream(Files.newOutputStream(temporary), BUFFER);
            OutputStream output = target.toString().endsWith(".gz") ? new GZIPOutputStream(raw, BUFFER) : raw;
            return new RecordWriter(target, temporary, output);
        } catch (IOException e) {
            throw new FileAccessException("write", target, e);
        }
    }

    /** Writes a record as one line. */
    public void write(JsonRecord jsonRecord) {
        write(jsonRecord.toJson());
    }

    /** Writes a JSON value as one line. */
    public void write(JsonNode json) {
        try {
            output.write(Json.MAPPER.writeValueAsBytes(json));
            output.write('\n');
        } catch (IOException e) {
            throw new FileAccessException("write", target, e);
        }
    }

    /** Puts what was written, forced to the disk, in place of the target. */
    public void commit() {
        try {
            output.close();
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
        try (output) {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            throw new FileAccessException("write", target, e);
        }
    }
}
