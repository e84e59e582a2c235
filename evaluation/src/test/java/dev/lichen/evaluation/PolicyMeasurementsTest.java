package dev.lichen.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.lichen.datasets.statistics.ClusterBootstrap;
import dev.lichen.lm.tokenizer.TokenSequence;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyMeasurementsTest {
    private static final double TOLERANCE = 1e-6;
    private static final ClusterBootstrap BOOTSTRAP = ClusterBootstrap.of(1);

    private static SampleMeasurement sample(String prompt, double k1, boolean finished, int... tokens) {
        return new SampleMeasurement(prompt, TokenSequence.of(tokens), finished, k1, Math.abs(k1), 1);
    }

    private static final List<SampleMeasurement> SAMPLES = List.of(
            sample("a", 1, true, 1, 2, 3, 4), sample("a", 3, true, 1, 2, 3, 4, 5, 6), sample("b", 2, false, 1, 2));

    @Test
    void meansAreOverAnswersAndClustersArePrompts() {
        PolicyMeasurements policy = PolicyMeasurements.of("PPO", SAMPLES, BOOTSTRAP);
        assertNotNull(policy.klK1());
        assertEquals(2, policy.klK1().value(), TOLERANCE);
        assertEquals(4, policy.length().value(), TOLERANCE);
        assertEquals(2.0 / 3, policy.finished().value(), TOLERANCE);
        assertEquals(3, policy.length().n());
        assertEquals(2, policy.length().clusters());
    }

    @Test
    void referenceHasNoDivergenceFromItself() {
        PolicyMeasurements reference = PolicyMeasurements.ofReference("SFT", SAMPLES, BOOTSTRAP);
        assertNull(reference.klK1());
        assertNull(reference.klK3());
    }

    @Test
    void repetitionRestsOnAnswersLongEnough() {
        Measured repetition = PolicyMeasurements.of("PPO", SAMPLES, BOOTSTRAP).repetition();
        assertEquals(2, repetition.n());
    }

    @Test
    void nothingMeasuredSaysWhy() {
        PolicyMeasurements nothing = PolicyMeasurements.of("PPO", List.of(), BOOTSTRAP);
        assertNull(nothing.length().value());
        assertEquals("there are no observations", nothing.length().undefined());
        assertEquals("no answer has 4 tokens", nothing.repetition().undefined());
        assertEquals("no answer has 2 tokens", nothing.distinct2().undefined());
    }
}
