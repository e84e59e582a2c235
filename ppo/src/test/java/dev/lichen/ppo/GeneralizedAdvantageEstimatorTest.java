package dev.lichen.ppo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class GeneralizedAdvantageEstimatorTest {

    private static final double TOLERANCE = 1e-12;
    private static final double[] REWARDS = {-0.02, 0.01, 0.98};
    private static final double[] VALUES = {0.1, 0.2, 0.3};

    @Test
    void publishedVectorHolds() {
        Advantages estimate = estimate(1, 0.95);
        assertArrayEquals(
                new double[] {0.7982, 0.756, 0.68}, estimate.advantages().row(0), TOLERANCE);
        assertArrayEquals(new double[] {0.8982, 0.956, 0.98}, estimate.returns().row(0), TOLERANCE);
    }

    @Test
    void publishedVectorWithDiscountHolds() {
        Advantages estimate = estimate(0.9, 0.8);
        assertArrayEquals(
                new double[] {0.470112, 0.5696, 0.68}, estimate.advantages().row(0), TOLERANCE);
        assertArrayEquals(
                new double[] {0.570112, 0.7696, 0.98}, estimate.returns().row(0), TOLERANCE);
    }

    @Test
    void agreesWithTheSumOfDiscountedErrors() {
        double[] advantages = estimate(0.9, 0.8).advantages().row(0);
        for (int t = 0; t < REWARDS.length; t++) {
            assertEquals(discountedErrors(t, 0.9, 0.8), advantages[t], TOLERANCE);
        }
    }

    @Test
    void fullSmoothingGivesTheReturnLessTheValue() {
        double[] advantages = estimate(1, 1).advantages().row(0);
        assertEquals(0.97 - 0.1, advantages[0], TOLERANCE);
    }

    @Test
    void responsesDoNotTouchEachOther() {
        TokenValues rewards = TokenValues.of(REWARDS, new double[] {5}, REWARDS);
        TokenValues values = TokenValues.of(VALUES, new double[] {1}, VALUES);
        TokenValues advantages = new GeneralizedAdvantageEstimator(1, 0.95)
                .estimate(rewards, values)
                .advantages();
        assertArrayEquals(estimate(1, 0.95).advantages().row(0), advantages.row(0), TOLERANCE);
        assertArrayEquals(new double[] {4}, advantages.row(1), TOLERANCE);
        assertArrayEquals(advantages.row(0), advantages.row(2), TOLERANCE);
    }

    @Test
    void whiteningLeavesTheReturnsAlone() {
        Advantages estimate = estimate(1, 0.95);
        assertEquals(estimate.returns(), estimate.whitened().returns());
        assertEquals(0, estimate.whitened().advantages().mean(), TOLERANCE);
    }

    @Test
    void bootstrappingFromTheLastValueWouldBeSeen() {
        double faulty = 0.98 + VALUES[2] - VALUES[2]; // V after the end taken as the last value instead of 0
        assertTrue(Math.abs(faulty - 0.68) > TOLERANCE);
        assertThrows(
                AssertionError.class,
                () -> assertEquals(faulty, estimate(1, 0.95).advantages().row(0)[2], TOLERANCE));
    }

    @Test
    void rangesAreChecked() {
        assertThrows(IllegalArgumentException.class, () -> new GeneralizedAdvantageEstimator(1.1, 0.95));
        assertThrows(IllegalArgumentException.class, () -> new GeneralizedAdvantageEstimator(1, -0.1));
    }

    private static Advantages estimate(double discount, double smoothing) {
        return new GeneralizedAdvantageEstimator(discount, smoothing)
                .estimate(TokenValues.of(REWARDS), TokenValues.of(VALUES));
    }

    /** The estimate in its other form: the sum over l of (γλ)^l δ_{t+l}. */
    private static double discountedErrors(int t, double discount, double smoothing) {
        double sum = 0;
        for (int k = t; k < REWARDS.length; k++) {
            double next = k + 1 < VALUES.length ? VALUES[k + 1] : 0;
            sum += Math.pow(discount * smoothing, k - t) * (REWARDS[k] + discount * next - VALUES[k]);
        }
        return sum;
    }
}
