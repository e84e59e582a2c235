package dev.lichen.annotation.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The demonstration's items as a file, for as long as they are imported. */
final class DemoFile implements AutoCloseable {

    private final Path path;

    private DemoFile(Path path) {
        this.path = path;
    }

    static DemoFile of(String content) throws IOException {
        return new DemoFile(Files.writeString(Files.createTempFile("lichen-demo-", ".jsonl"), content));
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
