package dev.lichen.rewardmodel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.datasets.statistics.ClusterBootstrap;
import dev.lichen.datasets.statistics.ScoredPair;
import java.util.List;
import org.junit.jupiter.api.Test;

class RewardEvaluationTest {

    private static final double TOLERANCE = 1e-9;
    private final List<EvaluatedPair> pairs =
            List.of(pair("a", 2, "zh", 3), pair("a", -2, "zh", 1), pair("b", 2, "en", 2), pair("c", 2, "en", -4));
    private final RewardEvaluation evaluation = RewardEvaluation.of(pairs, ClusterBootstrap.of(1));

    @Test
    void accuracyCountsPairsAndClustersPrompts() {
        assertEquals(3, evaluation.accuracy().correct());
        assertEquals(
                0.75, evaluation.accuracy().accuracy().estimate().orElseThrow().value(), TOLERANCE);
        assertEquals(
                3, evaluation.accuracy().accuracy().estimate().orElseThrow().clusters());
    }

    @Test
    void lossIsTheMeanOverPairs() {
        double expected = (3 * Logistic.softplus(-2) + Logistic.softplus(2)) / 4;
        assertEquals(expected, evaluation.loss(), TOLERANCE);
    }

    @Test
    void calibrationComparesConfidenceWithAccuracy() {
        double error = evaluation.calibration().error().estimate().orElseThrow().value();
        assertEquals(Math.abs(0.75 - Logistic.probability(2)), error, TOLERANCE);
        assertEquals(2 / Math.log(3), evaluation.temperature(), 1e-6);
    }

    @Test
    void slicesAreByLanguageAndByK() {
        assertEquals(
                List.of("K = 4", "language en", "language zh"),
                List.copyOf(evaluation.slices().keySet()));
        assertEquals(2, evaluation.slices().get("language en").correct());
    }

    @Test
    void lengthCorrelationDoesNotDependOnTheOrderOfAPair() {
        // Σ ΔrΔl = 6 - 2 + 4 - 8 = 0
        assertEquals(0, evaluation.lengthCorrelation(), TOLERANCE);
        List<EvaluatedPair> one = List.of(pair("a", 2, "zh", 3), pair("b", 1, "zh", -1));
        List<EvaluatedPair> swapped = List.of(pair("a", -2, "zh", -3), pair("b", 1, "zh", -1));
        double expected = 5 / Math.sqrt(5 * 10); // (6 - 1) / √((4 + 1)(9 + 1))
        assertEquals(expected, RewardEvaluation.lengthCorrelation(one), TOLERANCE);
        assertEquals(expected, RewardEvaluation.lengthCorrelation(swapped), TOLERANCE);
        assertNotEquals(1, expected, TOLERANCE, "the centred correlation of two points is ±1");
    }

    @Test
    void tiesAndUnrankedAnswersAreNoPairs() {
        List<EvaluatedPair> made =
                EvaluatedPair.of(Rankings.of(1, 2, 2, 0), "p", List.of(3.0, 1.0, 2.0, 9.0), List.of(5, 6, 7, 8));
        assertEquals(2, made.size());
        assertEquals(2, made.getFirst().scored().margin(), TOLERANCE);
        assertEquals(-1, made.getFirst().lengthDifference());
        assertTrue(made.stream().allMatch(pair -> pair.answers() == 4));
    }

    private static EvaluatedPair pair(String cluster, double margin, String language, int lengthDifference) {
        return new EvaluatedPair(new ScoredPair(cluster, margin), 4, language, lengthDifference);
    }
}
