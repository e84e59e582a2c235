package dev.lichen.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lichen.FileAccessException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppendedLinesTest {

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("metrics.jsonl");
    }

    private AppendedLines threeSteps() {
        AppendedLines lines = new AppendedLines(file());
        for (long step = 1; step <= 3; step++) {
            lines.append(Map.of("step", step));
        }
        return lines;
    }

    @Test
    void aLineIsThereWhenAppendReturns() throws IOException {
        threeSteps();

        assertEquals("{\"step\":1}\n{\"step\":2}\n{\"step\":3}\n", Files.readString(file()));
    }

    @Test
    void linesAfterTheCheckpointAreDropped() throws IOException {
        threeSteps().keepUpTo(2);

        assertEquals("{\"step\":1}\n{\"step\":2}\n", Files.readString(file()));
    }

    @Test
    void aLineCutOffByAKillIsDropped() throws IOException {
        AppendedLines lines = threeSteps();
        Files.writeString(file(), "{\"step\":4,\"lo", StandardOpenOption.APPEND);

        lines.keepUpTo(9);

        assertEquals("{\"step\":1}\n{\"step\":2}\n{\"step\":3}\n", Files.readString(file()));
    }

    @Test
    void withoutAFileThereIsNothingToShorten() {
        new AppendedLines(file()).keepUpTo(1);

        assertTrue(Files.notExists(file()));
    }

    @Test
    void aFullDiskIsSaidInOneLine() {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "this system has no /dev/full");

        FileAccessException refused =
                assertThrows(FileAccessException.class, () -> new AppendedLines(full).append(Map.of("step", 1)));

        assertEquals("Cannot write /dev/full: No space left on device", refused.getMessage());
    }
}
