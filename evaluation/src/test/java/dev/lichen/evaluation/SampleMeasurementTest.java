package dev.lichen.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lichen.lm.tokenizer.TokenSequence;
import org.junit.jupiter.api.Test;

class SampleMeasurementTest {
    private static final double TOLERANCE = 1e-6;
    private static final TokenSequence TWO = TokenSequence.of(1, 2);
    private static final float[] POLICY = {-1f, -2f};
    private static final float[] REFERENCE = {-1.5f, -1.75f};

    @Test
    void estimatesAreSumsOverTheSequence() {
        SampleMeasurement sample = SampleMeasurement.of("p", TWO, true, POLICY, REFERENCE, new float[] {0.5f, 1.5f});
        // d = 0.5, −0.25
        assertEquals(0.25, sample.k1(), TOLERANCE);
        // e^−0.5 − 1 + 0.5 = 0.10653066; e^0.25 − 1 − 0.25 = 0.03402542
        assertEquals(0.14055608, sample.k3(), TOLERANCE);
        assertEquals(1.0, sample.entropy(), TOLERANCE);
    }

    @Test
    void turnedDifferenceWouldBeSeen() {
        SampleMeasurement turned = SampleMeasurement.of("p", TWO, true, REFERENCE, POLICY, new float[2]);
        assertEquals(-0.25, turned.k1(), TOLERANCE);
        assertNotEquals(0.14055608, turned.k3(), TOLERANCE);
    }

    @Test
    void samePolicyHasNoDivergence() {
        SampleMeasurement same = SampleMeasurement.of("p", TWO, true, POLICY, POLICY, new float[2]);
        assertEquals(0, same.k1());
        assertEquals(0, same.k3());
    }

    @Test
    void everyTokenNeedsItsValues() {
        IllegalArgumentException error = assertThrows(
                IllegalArgumentException.class,
                () -> SampleMeasurement.of("p", TWO, true, new float[1], REFERENCE, new float[2]));
        assertEquals("policy must hold one value a token: 1 values, 2 tokens", error.getMessage());
    }
}
