package dev.lichen.lm.checkpoint;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.lm.architecture.RotaryEmbedding;
import dev.lichen.lm.architecture.TransformerConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryEstimateTest {

    /** V 10, D 4, two layers, 2 heads of 2 with 1 key/value head, F 6, tied: 300 weights. */
    private static final TransformerConfig TINY =
            new TransformerConfig(10, 4, 2, 2, 1, 2, 6, 8, 1e-6, RotaryEmbedding.of(10_000), true);

    @Test
    void weightsGradientsAndMomentsAreExact() {
        MemoryEstimate trained = MemoryEstimate.of(TINY, MemoryUse.ofWeights(true, true));
        assertEquals(new MemoryEstimate(300 * 6, 300 * 4, 300 * 8, 0), trained);
        assertEquals(
                600, MemoryEstimate.of(TINY, MemoryUse.ofWeights(false, true)).total());
    }

    /** A layer keeps 6·4 + 3·4 + 4·2 + 4·6 = 68 numbers a token: 2 layers · 68 · 5 tokens + 3·10 · 1 scored = 710 floats. */
    @Test
    void activationsFollowTheHandWorkedCase() {
        MemoryEstimate estimate = MemoryEstimate.of(TINY, new MemoryUse(true, false, 5, 1));
        assertEquals(4 * 710, estimate.activations());
    }

    /** Negative control: without a gradient only one layer's numbers are in memory. */
    @Test
    void scoringKeepsOneLayer() {
        MemoryEstimate estimate = MemoryEstimate.of(TINY, new MemoryUse(false, false, 5, 1));
        assertNotEquals(4 * 710, estimate.activations());
        assertEquals(4 * 370, estimate.activations());
    }

    @Test
    void whatDoesNotFitIsRefusedWithTheNumbers() {
        MemoryEstimate estimate = new MemoryEstimate(2_000_000_000L, 1_000_000_000L, 500_000_000L, 300_000_000L);
        CheckpointException error =
                assertThrows(CheckpointException.class, () -> estimate.requireFits("models/large", 3_140_000_000L));
        assertEquals(
                "models/large needs about 3.8 GB of memory, 3.1 GB are free (weights 2.0, gradients 1.0, moments 0.5,"
                        + " activations 0.3 GB); use a smaller model, bfloat16 or smaller batches",
                error.getMessage());
        assertDoesNotThrow(() -> estimate.requireFits("models/large", 3_800_000_000L));
    }

    @Test
    void theMachineHasMemory() {
        assertTrue(AvailableMemory.bytes() > 0);
    }

    @Test
    void linesOfTheSystemsReportAreRead(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("meminfo"), "MemTotal:  10 kB\nMemAvailable:    7 kB\n");
        assertEquals(OptionalLong.of(7168), AvailableMemory.field(file, "MemAvailable"));
        assertEquals(OptionalLong.empty(), AvailableMemory.field(file, "Swap"));
        assertEquals(OptionalLong.empty(), AvailableMemory.field(folder.resolve("absent"), "MemTotal"));
    }
}
