package dev.lichen.cli.command;

import dev.lichen.FileAccessException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes the folders that commands write into. */
final class Folders {

    private Folders() {}

    /** Makes a folder and those above it, unless they exist. */
    static Path make(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new FileAccessException("make the folder", folder, e);
        }
    }
}
