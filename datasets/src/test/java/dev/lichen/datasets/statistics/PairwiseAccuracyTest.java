package dev.lichen.datasets.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class PairwiseAccuracyTest {

    private static final double EXACT = 1e-9;

    /** Prompt a: 2 of 2 pairs right; prompt b: 1 of 3, one of them undecided: (3 + ½) / 6. */
    private static final List<ScoredPair> PAIRS = List.of(
            new ScoredPair("a", 1.5),
            new ScoredPair("a", 0.1),
            new ScoredPair("b", 2),
            new ScoredPair("b", -1),
            new ScoredPair("b", -0.2),
            new ScoredPair("b", 0));

    @Test
    void equalScoresCountHalf() {
        PairwiseAccuracy accuracy = PairwiseAccuracy.of(PAIRS, ClusterBootstrap.of(1));
        Estimate estimate = assertInstanceOf(Estimate.class, accuracy.accuracy());
        assertEquals(3, accuracy.correct());
        assertEquals(1, accuracy.equal());
        assertEquals(2, accuracy.wrong());
        assertEquals(3.5 / 6, estimate.value(), EXACT);
    }

    /** Of the four resamples of two prompts, aa has 1 and bb has 1.5/4: the bounds. */
    @Test
    void intervalIsClusteredByPrompt() {
        Estimate estimate = assertInstanceOf(
                Estimate.class,
                PairwiseAccuracy.of(PAIRS, ClusterBootstrap.of(1)).accuracy());
        assertEquals(2, estimate.clusters());
        assertEquals(0.375, estimate.interval().low(), EXACT);
        assertEquals(1, estimate.interval().high(), EXACT);
    }

    @Test
    void negativeControlFlippedMarginsFlipTheAccuracy() {
        List<ScoredPair> flipped = PAIRS.stream()
                .map(pair -> new ScoredPair(pair.cluster(), -pair.margin()))
                .toList();
        Estimate estimate = assertInstanceOf(
                Estimate.class,
                PairwiseAccuracy.of(flipped, ClusterBootstrap.of(1)).accuracy());
        assertNotEquals(3.5 / 6, estimate.value(), EXACT);
        assertEquals(1 - 3.5 / 6, estimate.value(), EXACT);
    }

    @Test
    void notANumberIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new ScoredPair("a", Double.NaN));
    }
}
