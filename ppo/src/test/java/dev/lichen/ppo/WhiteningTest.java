package dev.lichen.ppo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.math3.stat.descriptive.moment.Variance;
import org.junit.jupiter.api.Test;

class WhiteningTest {

    private static final double TOLERANCE = 1e-8;
    private final TokenValues values = TokenValues.of(new double[] {1, 2, 3}, new double[] {4, 10});

    @Test
    void handWorkedCase() {
        // mean 4, population variance (9 + 4 + 1 + 0 + 36) / 5 = 10
        double deviation = Math.sqrt(10 + 1e-8);
        TokenValues white = Whitening.toZeroMean(values);
        assertArrayEquals(new double[] {-3 / deviation, -2 / deviation, -1 / deviation}, white.row(0), TOLERANCE);
        assertArrayEquals(new double[] {0, 6 / deviation}, white.row(1), TOLERANCE);
    }

    @Test
    void varianceIsThePopulations() {
        double[] flat = {1, 2, 3, 4, 10};
        assertEquals(new Variance(false).evaluate(flat), Whitening.variance(values, values.mean()), TOLERANCE);
        assertNotEquals(new Variance(true).evaluate(flat), Whitening.variance(values, values.mean()), TOLERANCE);
    }

    @Test
    void shiftOfAllValuesChangesNothing() {
        TokenValues shifted = values.map(value -> value + 7);
        assertClose(Whitening.toZeroMean(values), Whitening.toZeroMean(shifted));
    }

    @Test
    void keptMeanStays() {
        TokenValues white = Whitening.keepingMean(values);
        assertEquals(4, white.mean(), TOLERANCE);
        assertEquals(1, Whitening.variance(white, 4), TOLERANCE);
    }

    @Test
    void rowsAreWhitenedTogether() {
        TokenValues first = Whitening.toZeroMean(TokenValues.of(values.row(0)));
        assertTrue(Math.abs(first.get(0) - Whitening.toZeroMean(values).get(0)) > TOLERANCE);
    }

    @Test
    void equalValuesBecomeZero() {
        assertClose(values.filledWith(0), Whitening.toZeroMean(values.filledWith(3)));
    }

    private static void assertClose(TokenValues expected, TokenValues actual) {
        assertEquals(0, expected.minus(actual).map(Math::abs).maximum(), TOLERANCE);
    }
}
