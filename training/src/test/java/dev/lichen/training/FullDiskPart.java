package dev.lichen.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Is a checkpoint part that the disk has room for only in part. */
final class FullDiskPart implements Checkpointable {

    private final String name;

    FullDiskPart(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void writeTo(Path folder) throws IOException {
        Files.writeString(folder.resolve(name + ".txt"), "the first half");
        throw new IOException("No space left on device");
    }

    @Override
    public void readFrom(Path folder) {
        throw new UnsupportedOperationException("it was never written");
    }
}
