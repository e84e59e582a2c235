package dev.lichen.lm.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class TransformerConfigTest {

    /** SmolLM2-135M is published with 134,515,008 weights. */
    @Test
    void parameterCountIsThePublishedOne() {
        assertEquals(134_515_008L, smol(true).parameterCount());
    }

    /**
     * V 10, D 4, one layer, 2 heads of 2 with 1 key/value head, F 6: attention 4·(4 + 2 + 2) + 4·4 = 48, feed-forward 3·4·6 =
     * 72, norms 8, embedding 40, final norm 4: 172; untied 212.
     */
    @Test
    void parameterCountFollowsTheHandWorkedCase() {
        assertEquals(172, tiny(true).parameterCount());
        assertEquals(212, tiny(false).parameterCount());
    }

    /** Negative control: counting a full set of key/value heads would give 180. */
    @Test
    void groupedKeysAndValuesAreCountedOnce() {
        assertNotEquals(180, tiny(true).parameterCount());
    }

    @Test
    void keyValueHeadsMustDivideHeads() {
        IllegalArgumentException error = assertThrows(
                IllegalArgumentException.class,
                () -> new TransformerConfig(10, 4, 1, 3, 2, 2, 6, 8, 1e-6, RotaryEmbedding.of(10_000), true));
        assertEquals("keyValueHeads must divide heads (3), was 2", error.getMessage());
    }

    @Test
    void aSizeBelowOneIsNamed() {
        IllegalArgumentException error = assertThrows(
                IllegalArgumentException.class,
                () -> new TransformerConfig(10, 4, 0, 2, 1, 2, 6, 8, 1e-6, RotaryEmbedding.of(10_000), true));
        assertEquals("layers must be at least 1, was 0", error.getMessage());
    }

    private static TransformerConfig smol(boolean tied) {
        return new TransformerConfig(49_152, 576, 30, 9, 3, 64, 1536, 8192, 1e-5, RotaryEmbedding.of(100_000), tied);
    }

    private static TransformerConfig tiny(boolean tied) {
        return new TransformerConfig(10, 4, 1, 2, 1, 2, 6, 8, 1e-6, RotaryEmbedding.of(10_000), tied);
    }
}
