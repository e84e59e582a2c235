package dev.lichen.annotation.exchange;

import dev.lichen.FileAccessException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file of Lichen's own records beside the one to be written, for as long as that takes. */
record ScratchFile(Path path) implements AutoCloseable {

    static ScratchFile beside(Path file) {
        Path absolute = file.toAbsolutePath();
        return new ScratchFile(absolute.resolveSibling("." + absolute.getFileName() + ".records.jsonl"));
    }

    /** Removes the scratch file's name from lines for people, who know nothing of it. */
    List<String> nameless(List<String> lines) {
        return lines.stream()
                .map(line -> line.replace(path + ": ", "").replace(path.toString(), "the records"))
                .toList();
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new FileAccessException("delete", path, e);
        }
    }
}
