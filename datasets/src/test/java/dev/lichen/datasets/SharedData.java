package dev.lichen.datasets;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the real data files that some tests read; such a test is skipped, saying so, where they are absent. */
public final class SharedData {

    private static final String PROPERTY = "lichen.shared";

    private SharedData() {}

    /** Returns a file or folder below the data folder. */
    public static Path path(String relative) {
        String folder = System.getProperty(PROPERTY, "");
        assumeTrue(!folder.isEmpty(), "skipped: set -D" + PROPERTY + "=FOLDER to test with real data");
        Path path = Path.of(folder, "data", relative);
        assumeTrue(Files.exists(path), "skipped: there is no " + path);
        return path;
    }
}
