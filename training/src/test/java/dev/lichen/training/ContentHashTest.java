package dev.lichen.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lichen.FileAccessException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentHashTest {

    @TempDir
    private Path folder;

    @Test
    void aFilesHashIsThePublishedOne() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "abc"); // FIPS 180-4's example

        assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", ContentHash.of(file));
    }

    @Test
    void aFoldersHashCoversNamesAndBytes() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "abc");
        String before = ContentHash.of(folder);

        Path renamed = Files.move(file, folder.resolve("b"));
        assertNotEquals(before, ContentHash.of(folder));
        Files.writeString(Files.move(renamed, file), "abd");
        assertNotEquals(before, ContentHash.of(folder));
        Files.writeString(file, "abc");
        assertEquals(before, ContentHash.of(folder));
    }

    @Test
    void aMissingFileIsNamed() {
        Path missing = folder.resolve("none");

        assertEquals(
                "Cannot read " + missing + ": no such file or folder",
                assertThrows(FileAccessException.class, () -> ContentHash.of(missing))
                        .getMessage());
    }
}
