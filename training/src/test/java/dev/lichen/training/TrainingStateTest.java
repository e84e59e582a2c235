package dev.lichen.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lichen.lm.checkpoint.CheckpointException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingStateTest {

    @TempDir
    private Path folder;

    private record Moments(double mean, float deviation, long count, List<Double> history, Map<String, Long> counts) {}

    private static final Moments MOMENTS =
            new Moments(1.0 / 3, 0.1f, Long.MAX_VALUE, List.of(Math.PI, Double.MIN_VALUE, -0.0), Map.of("a", 1L));

    private Moments restored = MOMENTS;
    private final TrainingState state = new TrainingState(
            List.of(new TrainingState.Entry<>("moments", Moments.class, () -> MOMENTS, value -> restored = value)));

    @Test
    void numbersComeBackBitForBit() throws IOException {
        restored = new Moments(0, 0, 0, List.of(), Map.of());
        state.writeTo(folder);

        state.readFrom(folder);

        assertEquals(MOMENTS, restored);
    }

    @Test
    void aMissingEntryIsNamed() throws IOException {
        Files.writeString(folder.resolve("state.json"), "{\"kl\":{}}");

        CheckpointException missing = assertThrows(CheckpointException.class, () -> state.readFrom(folder));

        assertEquals(
                folder.resolve("state.json") + ": found no \"moments\", expected the state of a run of this stage",
                missing.getMessage());
    }

    @Test
    void anEntryOfAnotherShapeIsRefused() throws IOException {
        Files.writeString(folder.resolve("state.json"), "{\"moments\":{\"mean\":1.0}}");

        assertThrows(CheckpointException.class, () -> state.readFrom(folder));
    }
}
