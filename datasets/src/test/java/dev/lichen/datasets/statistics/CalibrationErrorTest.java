package dev.lichen.datasets.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CalibrationErrorTest {

    private static final double EXACT = 1e-9;
    private static final ClusterBootstrap BOOTSTRAP = ClusterBootstrap.of(1);

    /**
     * Two bins. [0, ½): confidences 0.2 and 0.4, outcomes 0 and 1: |0.5 − 0.3| = 0.2. [½, 1]: 0.7, 0.8, 0.9 with 1, 0, 1:
     * |2/3 − 0.8| = 2/15. Together 2/5 · 0.2 + 3/5 · 2/15 = 0.16.
     */
    private static final List<Prediction> PREDICTIONS = List.of(
            new Prediction("a", 0.2, 0),
            new Prediction("a", 0.4, 1),
            new Prediction("b", 0.7, 1),
            new Prediction("b", 0.8, 0),
            new Prediction("c", 0.9, 1));

    @Test
    void handWorkedCase() {
        CalibrationError calibration = CalibrationError.of(PREDICTIONS, 2, BOOTSTRAP);
        assertEquals(0.16, value(calibration), EXACT);
        assertEquals(2, calibration.bins().size());
        assertEquals(0.3, calibration.bins().getFirst().confidence(), EXACT);
        assertEquals(2.0 / 3, calibration.bins().getLast().accuracy(), EXACT);
    }

    /** Gaps that keep their sign cancel: 2/5 · 0.2 − 3/5 · 2/15 = 0. */
    @Test
    void negativeControlSignedGapsCancel() {
        CalibrationError calibration = CalibrationError.of(PREDICTIONS, 2, BOOTSTRAP);
        double signed = calibration.bins().stream()
                .mapToDouble(bin -> bin.n() / 5.0 * (bin.accuracy() - bin.confidence()))
                .sum();
        assertEquals(0, signed, EXACT);
        assertNotEquals(signed, value(calibration), EXACT);
    }

    /** One bin: |3/5 − 3/5| = 0. */
    @Test
    void oneBinComparesTheMeans() {
        assertEquals(0, value(CalibrationError.of(PREDICTIONS, 1, BOOTSTRAP)), EXACT);
    }

    @Test
    void perfectConfidenceHasNoError() {
        List<Prediction> perfect = IntStream.range(0, 100)
                .mapToObj(i -> new Prediction("" + i, 0.75, i % 4 == 0 ? 0 : 1))
                .toList();
        assertEquals(0, value(CalibrationError.of(perfect, 10, BOOTSTRAP)), EXACT);
    }

    /** Δ = ±ln 3 has confidence 3/4; right in 1 of 2 is ¼ off. */
    @Test
    void pairsAreJudgedByTheOrderTheModelBelievesIn() {
        List<ScoredPair> pairs = List.of(new ScoredPair("a", Math.log(3)), new ScoredPair("b", -Math.log(3)));
        CalibrationError calibration = CalibrationError.ofPairs(pairs, 10, BOOTSTRAP);
        assertEquals(0.25, value(calibration), EXACT);
        assertEquals(0.75, calibration.bins().getFirst().low(), EXACT);
    }

    @Test
    void boundsOfTheRangeBelongToIt() {
        CalibrationBins bins = new CalibrationBins(0.5, 1, 10);
        assertEquals(0, bins.indexOf(0.5));
        assertEquals(9, bins.indexOf(1));
    }

    @Test
    void intervalComesWithNAndClusters() {
        Estimate estimate = assertInstanceOf(
                Estimate.class, CalibrationError.of(PREDICTIONS, 2, BOOTSTRAP).error());
        assertEquals(5, estimate.n());
        assertEquals(3, estimate.clusters());
        assertTrue(estimate.interval().width() > 0);
    }

    @Test
    void nothingToCalibrateIsUndefined() {
        assertInstanceOf(
                Undefined.class, CalibrationError.of(List.of(), 2, BOOTSTRAP).error());
    }

    private static double value(CalibrationError calibration) {
        return calibration.error().estimate().orElseThrow().value();
    }
}
