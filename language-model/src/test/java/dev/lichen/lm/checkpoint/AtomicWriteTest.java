package dev.lichen.lm.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicWriteTest {

    /** Larger than any process id that a system gives. */
    private static final String DEAD_PROCESS = "99999999999";

    @TempDir
    private Path root;

    private Path folder;

    @BeforeEach
    void nameTheFolder() {
        folder = root.resolve("place/model");
    }

    @Test
    void missingParentsAreMade() throws IOException {
        AtomicWrite.folder(folder, place -> Files.writeString(place.resolve("a"), "1"));
        AtomicWrite.file(root.resolve("other/file"), place -> Files.writeString(place, "2"));
        assertEquals("1", Files.readString(folder.resolve("a")));
        assertEquals("2", Files.readString(root.resolve("other/file")));
    }

    @Test
    void aReplacedFolderKeepsNothingOfTheOldOne() {
        AtomicWrite.folder(folder, place -> Files.writeString(place.resolve("old"), "1"));
        AtomicWrite.folder(folder, place -> Files.writeString(place.resolve("new"), "2"));
        assertFalse(Files.exists(folder.resolve("old")));
        assertTrue(Files.exists(folder.resolve("new")));
    }

    @Test
    void theTargetIsAbsentUntilItIsComplete() {
        AtomicWrite.folder(folder, place -> {
            Files.writeString(place.resolve("a"), "1");
            assertFalse(Files.exists(folder));
        });
        assertTrue(Files.exists(folder));
    }

    @Test
    void whatAKilledProcessLeftIsRemovedByTheNextWrite() throws IOException {
        Path leftover = Files.createDirectories(folder.resolveSibling(".model.partial-" + DEAD_PROCESS));
        Files.writeString(leftover.resolve("half"), "written");
        AtomicWrite.folder(folder, place -> Files.writeString(place.resolve("a"), "1"));
        assertFalse(Files.exists(leftover));
    }

    @Test
    void whatARunningProcessWritesIsLeftAlone() throws IOException {
        long parent = ProcessHandle.current().parent().orElseThrow().pid();
        Path others = Files.createDirectories(folder.resolveSibling(".model.partial-" + parent));
        AtomicWrite.folder(folder, place -> Files.writeString(place.resolve("a"), "1"));
        assertTrue(Files.exists(others));
    }

    @Test
    void anOlderFolderIsPutBackWhenTheNewOneNeverCame() throws IOException {
        Path older = Files.createDirectories(folder.resolveSibling(".model.older-" + DEAD_PROCESS));
        Files.writeString(older.resolve("a"), "1");
        AtomicWrite.recover(folder);
        assertEquals("1", Files.readString(folder.resolve("a")));
    }

    @Test
    void aRefusalOfTheFileSystemIsOneLine() throws IOException {
        Path file = Files.writeString(root.resolve("file"), "not a folder");
        CheckpointException error =
                assertThrows(CheckpointException.class, () -> AtomicWrite.folder(file.resolve("model"), place -> {}));
        assertTrue(error.getMessage().startsWith("Cannot write " + file.resolve("model") + ": "), error.getMessage());
        assertEquals(1, error.getMessage().lines().count());
        assertEquals(2, error.exitCode());
    }
}
