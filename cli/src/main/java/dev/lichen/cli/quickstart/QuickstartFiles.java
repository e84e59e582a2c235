package dev.lichen.cli.quickstart;

import dev.lichen.FileAccessException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes the folders of a quickstart run. */
final class QuickstartFiles {

    private QuickstartFiles() {}

    static Path make(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new FileAccessException("make the folder", folder, e);
        }
    }
}
