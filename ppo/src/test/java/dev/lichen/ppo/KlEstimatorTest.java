package dev.lichen.ppo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class KlEstimatorTest {

    private static final double TOLERANCE = 1e-12;
    private static final double[] POLICY = {0.5, 0.3, 0.2};
    private static final double[] REFERENCE = {0.2, 0.5, 0.3};

    @Test
    void estimatesFollowTheirFormulas() {
        assertEquals(0.3, KlEstimator.K1.estimate(0.3), TOLERANCE);
        assertEquals(0.045, KlEstimator.K2.estimate(0.3), TOLERANCE);
        assertEquals(Math.exp(-0.3) - 1 + 0.3, KlEstimator.K3.estimate(0.3), TOLERANCE);
    }

    @Test
    void firstAndThirdAreUnbiased() {
        double divergence = expectation(KlEstimator.K1);
        assertEquals(0.5 * Math.log(2.5) + 0.3 * Math.log(0.6) + 0.2 * Math.log(2.0 / 3), divergence, TOLERANCE);
        assertEquals(divergence, expectation(KlEstimator.K3), TOLERANCE);
        assertNotEquals(divergence, expectation(KlEstimator.K2), TOLERANCE);
    }

    @Test
    void secondAndThirdAreNeverNegative() {
        for (double logRatio = -3; logRatio <= 3; logRatio += 0.25) {
            assertTrue(KlEstimator.K2.estimate(logRatio) >= 0);
            assertTrue(KlEstimator.K3.estimate(logRatio) >= 0);
        }
    }

    @Test
    void reversedRatioWouldBiasTheThird() {
        double reversed = 0;
        for (int i = 0; i < POLICY.length; i++) {
            reversed += POLICY[i] * KlEstimator.K3.estimate(Math.log(REFERENCE[i] / POLICY[i]));
        }
        assertNotEquals(expectation(KlEstimator.K1), reversed, 1e-3);
    }

    private static double expectation(KlEstimator estimator) {
        double sum = 0;
        for (int i = 0; i < POLICY.length; i++) {
            sum += POLICY[i] * estimator.estimate(Math.log(POLICY[i] / REFERENCE[i]));
        }
        return sum;
    }
}
