package dev.lichen.rewardmodel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class OrderUncertaintyTest {

    private static final double TOLERANCE = 1e-12;

    @Test
    void equalScoresAreOneBit() {
        assertEquals(1, OrderUncertainty.bits(0.3, 0.3, 0.3), TOLERANCE);
    }

    @Test
    void oddsOfThreeToOneAreTheirEntropy() {
        // p = 3/4: H = 2 - (3/4) log2 3
        double expected = 2 - 0.75 * Math.log(3) / Math.log(2);
        assertEquals(expected, OrderUncertainty.bits(Math.log(3), 0), TOLERANCE);
        assertNotEquals(expected * Math.log(2), OrderUncertainty.bits(Math.log(3), 0), TOLERANCE, "nats for bits");
    }

    @Test
    void allPairsCountTheSame() {
        // pairs of log 3, 0: two of odds 3 to 1, one of 1 to 1
        double once = 2 - 0.75 * Math.log(3) / Math.log(2);
        double expected = (2 * once + 1) / 3;
        assertEquals(expected, OrderUncertainty.bits(Math.log(3), 0, 0), TOLERANCE);
        assertNotEquals((once + 1) / 2, OrderUncertainty.bits(Math.log(3), 0, 0), TOLERANCE, "neighbours only");
    }

    @Test
    void moreDistantScoresLeaveLessDoubtAndNoneOverflows() {
        assertEquals(0, OrderUncertainty.bits(0, 1e4), TOLERANCE);
        assertEquals(OrderUncertainty.bits(-2, 0), OrderUncertainty.bits(2, 0), TOLERANCE);
    }

    @Test
    void oneAnswerHasNoOrder() {
        assertThrows(IllegalArgumentException.class, () -> OrderUncertainty.bits(1));
    }
}
