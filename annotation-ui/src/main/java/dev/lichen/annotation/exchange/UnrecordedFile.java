package dev.lichen.annotation.exchange;

import dev.lichen.FileAccessException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that goes again unless the ledger takes note of it: nothing leaves the store unseen. */
final class UnrecordedFile implements AutoCloseable {

    private final Path path;
    private boolean recorded;

    UnrecordedFile(Path path) {
        this.path = path;
    }

    void recorded() {
        recorded = true;
    }

    @Override
    public void close() {
        if (recorded) {
            return;
        }
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new FileAccessException("delete", path, e);
        }
    }
}
