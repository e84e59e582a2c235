package dev.lichen.datasets.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;
import org.junit.jupiter.api.Test;

class WilsonIntervalTest {

    private static final double PUBLISHED = 1e-6;
    private static final double EXACT = 1e-9;

    @Test
    void fourteenOfTwenty() {
        Interval interval = WilsonInterval.of(14, 20, 0.95);
        assertEquals(0.481027, interval.low(), PUBLISHED);
        assertEquals(0.854523, interval.high(), PUBLISHED);
    }

    @Test
    void agreesWithCommonsMath() {
        for (int successes = 1; successes < 30; successes++) {
            ConfidenceInterval other = new WilsonScoreInterval().createInterval(30, successes, 0.9);
            Interval ours = WilsonInterval.of(successes, 30, 0.9);
            assertEquals(other.getLowerBound(), ours.low(), EXACT);
            assertEquals(other.getUpperBound(), ours.high(), EXACT);
        }
    }

    /** The plain interval p̂ ± z √(p̂(1−p̂)/n) is another one. */
    @Test
    void negativeControlWaldIntervalDiffers() {
        double wald = 0.7 - WilsonInterval.normalQuantile(0.975) * Math.sqrt(0.7 * 0.3 / 20);
        assertNotEquals(0.481027, wald, PUBLISHED);
    }

    @Test
    void noSuccessStillHasWidth() {
        Interval interval = WilsonInterval.of(0, 10, 0.95);
        assertEquals(0, interval.low(), EXACT);
        assertTrue(interval.high() > 0.2);
    }

    @Test
    void impossibleCountsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> WilsonInterval.of(3, 2, 0.95));
        assertThrows(IllegalArgumentException.class, () -> WilsonInterval.of(0, 0, 0.95));
        assertThrows(IllegalArgumentException.class, () -> WilsonInterval.of(1, 2, 95));
    }
}
