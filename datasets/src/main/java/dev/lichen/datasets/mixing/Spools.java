package dev.lichen.datasets.mixing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.FileAccessException;
import dev.lichen.InternalException;
import dev.lichen.datasets.files.RecordLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The temporary files that sources are drawn into, read side by side and deleted in the end. */
final class Spools implements AutoCloseable {

    private final Path target;
    private final List<Path> files = new ArrayList<>();
    private final List<RecordLines> lines = new ArrayList<>();

    Spools(Path target) {
        this.target = target.toAbsolutePath();
    }

    /** Returns the name of one more file, beside the target. */
    Path add() {
        Path file = target.resolveSibling("." + target.getFileName() + ".source-" + (files.size() + 1) + ".jsonl");
        files.add(file);
        return file;
    }

    /** Starts to read all files from the beginning. */
    void open() {
        files.forEach(file -> lines.add(RecordLines.open(file)));
    }

    /** Returns the next record of a file. */
    ObjectNode next(int file) {
        return lines.get(file)
                .next()
                .orElseThrow(() -> new InternalException("a source of the mixture ended before its share was reached"));
    }

    @Override
    public void close() {
        lines.forEach(RecordLines::close);
        files.forEach(Spools::delete);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new FileAccessException("delete", file, e);
        }
    }
}
