package dev.lichen.ppo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreScalingTest {

    private static final double TOLERANCE = 1e-12;
    private final RunningMoments moments = RunningMoments.of(1, 3, 5); // mean 3, deviation 2

    @Test
    void eachScalingFollowsItsFormula() {
        assertEquals(List.of(7.0), ScoreScaling.NONE.scale(List.of(7.0), moments));
        assertEquals(3.5, ScoreScaling.DEVIATION.scale(7, moments), TOLERANCE);
        assertEquals(2, ScoreScaling.MEAN_AND_DEVIATION.scale(7, moments), TOLERANCE);
        assertNotEquals(2, 7 - 3 / 2.0, TOLERANCE, "the mean divided instead of the difference");
    }

    @Test
    void equalScoresStayFinite() {
        RunningMoments equal = RunningMoments.of(4, 4, 4);
        assertEquals(0, ScoreScaling.MEAN_AND_DEVIATION.scale(4, equal), TOLERANCE);
    }
}
