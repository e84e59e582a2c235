package dev.lichen.lm.checkpoint;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the folder of data that some tests read; without it they are skipped. */
final class SharedData {

    private SharedData() {}

    static Path folder(String name) {
        String root = System.getProperty("lichen.shared", "");
        Path folder = Path.of(root, "data", name);
        assumeTrue(!root.isBlank() && Files.isDirectory(folder), "no " + name + " under the property lichen.shared");
        return folder;
    }
}
