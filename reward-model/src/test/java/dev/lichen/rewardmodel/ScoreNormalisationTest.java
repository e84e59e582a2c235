package dev.lichen.rewardmodel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ScoreNormalisationTest {

    private static final double TOLERANCE = 1e-12;
    private static final double[] SCORES = {1, 2, 6};

    @Test
    void demonstrationsScoreZeroOnAverage() {
        ScoreNormalisation normalisation = ScoreNormalisation.toZeroMean(SCORES);
        assertEquals(new ScoreNormalisation(3, 1), normalisation);
        assertEquals(-2, normalisation.apply(1), TOLERANCE);
    }

    @Test
    void demonstrationsMayHaveUnitVariance() {
        ScoreNormalisation normalisation = ScoreNormalisation.toUnitVariance(SCORES);
        assertEquals(Math.sqrt(3.0 / 14), normalisation.scale(), TOLERANCE); // variance (4 + 1 + 9) / 3
        double scaleBeforeShift = 1 * normalisation.scale() - normalisation.shift();
        assertNotEquals(scaleBeforeShift, normalisation.apply(1), TOLERANCE);
    }

    @Test
    void equalScoresKeepTheScale() {
        assertEquals(new ScoreNormalisation(2, 1), ScoreNormalisation.toUnitVariance(new double[] {2, 2}));
    }

    @Test
    void noScoresAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> ScoreNormalisation.toZeroMean(new double[0]));
    }
}
