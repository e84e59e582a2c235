package dev.lichen.lm.architecture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RotaryEmbeddingTest {

    private static final double TOLERANCE = 1e-9;

    /** Base 10,000 and head width 8: 10000^(-0/8), 10000^(-2/8), 10000^(-4/8), 10000^(-6/8). */
    @Test
    void frequenciesFallGeometrically() {
        double[] frequencies = RotaryEmbedding.of(10_000).inverseFrequencies(8);
        assertArrayEquals(new double[] {1, 0.1, 0.01, 0.001}, frequencies, TOLERANCE);
    }

    @Test
    void linearScalingDividesEveryFrequency() {
        double[] frequencies = new RotaryEmbedding(10_000, new RotaryScaling.Linear(4)).inverseFrequencies(8);
        assertArrayEquals(new double[] {0.25, 0.025, 0.0025, 0.00025}, frequencies, TOLERANCE);
    }

    /**
     * Base 16 and head width 8 give 1, 1/2, 1/4, 1/8. Over 50 tokens they turn 7.9577, 3.9789, 1.9894 and 0.9947 times. With
     * bounds 1 and 4 the first is fast, the last slow (1/8 / 8 = 0.015625), and the two between keep s = 0.992958 and 0.329812:
     * (1 − s)·f/8 + s·f = 0.496919 and 0.103397.
     */
    @Test
    void llamaScalingSlowsOnlyTheSlowFrequencies() {
        double[] expected = {1, 0.496919063356, 0.103396432506, 0.015625};
        assertArrayEquals(expected, llama3().inverseFrequencies(8), TOLERANCE);
    }

    /** The second formulation of the same rule, by wavelengths in tokens. */
    @Test
    void llamaScalingAgreesWithItsFormByWavelengths() {
        double[] plain = RotaryEmbedding.of(500_000).inverseFrequencies(64);
        double[] expected = IntStream.range(0, 32)
                .mapToDouble(i -> byWavelength(plain[i], 8192))
                .toArray();
        RotaryEmbedding rotary = new RotaryEmbedding(500_000, new RotaryScaling.Llama3(8, 1, 4, 8192));
        assertArrayEquals(expected, rotary.inverseFrequencies(64), TOLERANCE);
    }

    /** Negative control: swapping the two bounds' roles (or forgetting the passage between them) is noticed. */
    @Test
    void aHardStepBetweenFastAndSlowIsNotTheSame() {
        double[] hardStep = {1, 0.5, 0.25, 0.015625};
        assertThrows(
                AssertionError.class, () -> assertArrayEquals(hardStep, llama3().inverseFrequencies(8), TOLERANCE));
    }

    @Test
    void anOddHeadWidthIsRefused() {
        IllegalArgumentException error = assertThrows(
                IllegalArgumentException.class, () -> RotaryEmbedding.of(10_000).inverseFrequencies(7));
        assertEquals("headWidth must be even and positive, was 7", error.getMessage());
    }

    @Test
    void impossibleScalingIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> RotaryEmbedding.of(1));
        assertThrows(IllegalArgumentException.class, () -> new RotaryScaling.Linear(0.5));
        assertThrows(IllegalArgumentException.class, () -> new RotaryScaling.Llama3(8, 4, 1, 8192));
    }

    private static RotaryEmbedding llama3() {
        return new RotaryEmbedding(16, new RotaryScaling.Llama3(8, 1, 4, 50));
    }

    private static double byWavelength(double frequency, double original) {
        double wavelength = 2 * Math.PI / frequency;
        if (wavelength > original / 1) {
            return frequency / 8;
        }
        if (wavelength < original / 4) {
            return frequency;
        }
        double smooth = (original / wavelength - 1) / 3;
        return (1 - smooth) * frequency / 8 + smooth * frequency;
    }
}
