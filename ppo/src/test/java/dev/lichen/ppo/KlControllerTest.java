package dev.lichen.ppo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class KlControllerTest {

    private static final double TOLERANCE = 1e-12;
    private final KlController adaptive = new AdaptiveKl(0.2, 6, 10_000);

    @Test
    void smallErrorMovesInProportion() {
        // KL 6.6 is 10 % above: 0.2 (1 + 0.1 · 512 / 10000)
        assertEquals(0.2 * 1.00512, adaptive.after(6.6, 512).coefficient(), TOLERANCE);
    }

    @Test
    void largeErrorIsClipped() {
        assertEquals(0.2 * (1 + 0.2 * 512 / 10_000), adaptive.after(60, 512).coefficient(), TOLERANCE);
        assertEquals(0.2 * (1 - 0.2 * 512 / 10_000), adaptive.after(0, 512).coefficient(), TOLERANCE);
    }

    @Test
    void onTargetNothingMoves() {
        assertEquals(adaptive, adaptive.after(6, 512));
    }

    @Test
    void fixedCoefficientStays() {
        assertEquals(0.05, new FixedKl(0.05).after(100, 512).coefficient());
    }

    @Test
    void divergenceATokenInPlaceOfASequenceWouldBeSeen() {
        double perToken = 6.6 / 30; // the same divergence stated for each of 30 tokens
        assertNotEquals(
                adaptive.after(6.6, 512).coefficient(),
                adaptive.after(perToken, 512).coefficient(),
                TOLERANCE);
    }

    @Test
    void rangesAreChecked() {
        assertThrows(IllegalArgumentException.class, () -> new AdaptiveKl(0.2, 0, 10_000));
        assertThrows(IllegalArgumentException.class, () -> new FixedKl(-1));
    }
}
