package dev.lichen.cli.evaluate;

import dev.lichen.FileAccessException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the files of reports. */
final class ReportFiles {

    private ReportFiles() {}

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new FileAccessException("read", file, e);
        }
    }
}
