package dev.lichen.annotation.exchange;

import dev.lichen.FileAccessException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of one file that is exported for somebody to fetch; its place is never told. */
record ExportFolder(Path folder, Path file) implements AutoCloseable {

    private static final String NAME = "lichen-export-";

    /** Makes a folder for a file of a name, which the program chose. */
    static ExportFolder of(String name) {
        try {
            Path folder = Files.createTempDirectory(NAME);
            return new ExportFolder(folder, folder.resolve(name));
        } catch (IOException e) {
            throw new FileAccessException("write", Path.of(name), e);
        }
    }

    /** Removes the folder from a message, which means nothing to its reader. */
    String nameless(String message) {
        return message.replace(folder + folder.getFileSystem().getSeparator(), "");
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new FileAccessException("delete", folder, e);
        }
    }
}
