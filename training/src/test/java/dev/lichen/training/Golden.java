package dev.lichen.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares a text with the file that seals it, in {@code src/test/resources/golden}.
 *
 * <p>A difference means that a format or a default changed: run with {@code -Dgolden=update} to take the new text, and
 * say so in the changelog.
 */
public final class Golden {

    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

    private Golden() {}

    /** Fails unless the text is that of the file; with {@code -Dgolden=update}, writes the file. */
    public static void assertMatches(String fileName, String actual) throws IOException {
        Path file = FOLDER.resolve(fileName);
        if ("update".equals(System.getProperty("golden"))) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, actual);
        }
        assertEquals(Files.readString(file), actual, file + " seals this text; -Dgolden=update takes the new one");
    }
}
