package dev.lichen.ppo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class ExplainedVarianceTest {

    private static final double TOLERANCE = 1e-12;
    private final TokenValues returns = TokenValues.of(new double[] {1, 2}, new double[] {3, 4});

    @Test
    void perfectCriticExplainsAll() {
        assertEquals(1, ExplainedVariance.of(returns, returns), TOLERANCE);
    }

    @Test
    void constantCriticExplainsNothing() {
        assertEquals(0, ExplainedVariance.of(returns.filledWith(2.5), returns), TOLERANCE);
    }

    @Test
    void handWorkedCase() {
        // errors 1, 0, 0, -1: variance 0.5; returns: variance 1.25
        TokenValues values = TokenValues.of(new double[] {0, 2}, new double[] {3, 5});
        assertEquals(1 - 0.5 / 1.25, ExplainedVariance.of(values, returns), TOLERANCE);
        assertNotEquals(1 - 0.5 / 1.25, ExplainedVariance.of(returns, values), TOLERANCE, "arguments swapped");
    }

    @Test
    void constantReturnsGiveZero() {
        assertEquals(0, ExplainedVariance.of(returns, returns.filledWith(1)), TOLERANCE);
    }
}
