package dev.lichen.annotation.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.annotation.TestDatabases;
import dev.lichen.annotation.TestWorld;
import dev.lichen.annotation.project.Project;
import dev.lichen.datasets.Answer;
import dev.lichen.datasets.DataFormatException;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.Place;
import dev.lichen.datasets.Ranking;
import dev.lichen.datasets.Tiers;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small files that unpack to huge ones are refused, and so is what does not fit in memory. */
class HugeImportTest {

    private static final byte[] MEBIBYTE = new byte[1 << 20];
    private static final int MORE_THAN_MEMORY_HOLDS = 3 << 10;

    @TempDir
    Path folder;

    /** Three gibibytes of zeros in three mebibytes. */
    @Test
    void packedZerosAreRefusedAndNothingIsKept() throws IOException {
        Path bomb = folder.resolve("bomb.jsonl.gz");
        try (OutputStream output = new GZIPOutputStream(Files.newOutputStream(bomb))) {
            for (int i = 0; i < MORE_THAN_MEMORY_HOLDS; i++) {
                output.write(MEBIBYTE);
            }
        }
        try (TestWorld world = TestWorld.on(TestDatabases.H2)) {
            Project project = world.project("p", TestWorld.plain(1));
            DataFormatException refused = assertThrows(
                    DataFormatException.class,
                    () -> world.services().importing().items(world.owner().id(), project.id(), bomb));
            assertTrue(refused.getMessage().startsWith("Not a data file at " + bomb), refused.getMessage());
            assertEquals(0, world.services().items().progress(project.id()).items());
        }
    }

    @Test
    void recordThatIsTooMuchIsNamed() {
        HeldText held = new HeldText(4 << 20);
        Ranking mebibyte = new Ranking(
                List.of(Message.user("x".repeat(1 << 19))),
                List.of(new Answer("x".repeat(1 << 18)), new Answer("字".repeat(1 << 17))),
                Tiers.bestToWorst(2));
        Path file = Path.of("a.jsonl.gz");
        for (int line = 1; line <= 3; line++) {
            held.add(mebibyte, new Place(file, line));
        }
        DataFormatException refused =
                assertThrows(DataFormatException.class, () -> held.add(mebibyte, new Place(file, 4)));
        assertEquals(
                "Too much for one import at a.jsonl.gz:4: found more than 4 MiB of text, unpacked, expected a part of it at a"
                        + " time: \"lichen data split\" cuts files",
                refused.getMessage());
    }
}
