package dev.lichen.rewardmodel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class ScoreTemperatureTest {

    private static final double TOLERANCE = 1e-6;

    @Test
    void closedFormHolds() {
        // three of four right at |Δ| = 2: σ(2/T) = 3/4, so T = 2 / log 3
        assertEquals(2 / Math.log(3), ScoreTemperature.fit(2, 2, 2, -2), TOLERANCE);
        assertNotEquals(Math.log(3) / 2, ScoreTemperature.fit(2, 2, 2, -2), TOLERANCE, "inverse in place of T");
    }

    @Test
    void doubledScoresDoubleTheTemperature() {
        double once = ScoreTemperature.fit(1, 0.3, -0.2, 2, -1);
        assertEquals(2 * once, ScoreTemperature.fit(2, 0.6, -0.4, 4, -2), TOLERANCE);
    }

    @Test
    void unbeatableOrUselessScoresGiveTheEndsOfTheRange() {
        assertEquals(1e-3, ScoreTemperature.fit(1, 2), TOLERANCE);
        assertEquals(1e3, ScoreTemperature.fit(1, -2), 1e-3);
    }
}
