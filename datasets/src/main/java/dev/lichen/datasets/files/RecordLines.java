package dev.lichen.datasets.files;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.FileAccessException;
import dev.lichen.datasets.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a file of JSON lines at the caller's pace, so that several can be read side by side. */
public final class RecordLines implements AutoCloseable {

    private final Path file;
    private final InputStream input;
    private final LineCutter lines;

    private RecordLines(Path file, InputStream input) {
        this.file = file;
        this.input = input;
        this.lines = new LineCutter(input);
    }

    /**
     * Opens a file of JSON lines, packed or not; an empty file has none.
     *
     * @throws FileAccessException if it cannot be read
     */
    public static RecordLines open(Path file) {
        try {
            return new RecordLines(file, input(file));
        } catch (IOException e) {
            throw DataFile.failure(file, e);
        }
    }

    /** Returns the next object, or nothing at the end of the file. */
    public Optional<ObjectNode> next() {
        try {
            while (lines.next()) {
                if (!lines.isBlank()) {
                    TextFault.refuse(lines, place());
                    return Optional.of(Json.parse(lines, place()).json());
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw DataFile.failure(file, e);
        }
    }

    /** Returns the place of the object that was read last. */
    public Place place() {
        return new Place(file, lines.line());
    }

    @Override
    public void close() {
        try {
            input.close();
        } catch (IOException e) {
            throw new FileAccessException("read", file, e);
        }
    }

    private static InputStream input(Path file) throws IOException {
        boolean empty = Files.isRegularFile(file) && Files.size(file) == 0;
        return empty
                ? InputStream.nullInputStream()
                : DataFile.open(file, ReadProgress.SILENT).input();
    }
}
