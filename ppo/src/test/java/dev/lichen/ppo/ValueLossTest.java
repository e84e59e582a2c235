package dev.lichen.ppo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.training.FiniteDifferences;
import org.junit.jupiter.api.Test;

class ValueLossTest {

    private static final double TOLERANCE = 1e-12;
    private static final double NUMERIC = 1e-7;
    private static final double[] VALUES = {0.9, 0.1, -0.4, 2};
    private static final double[] OLD = {0.5, 0.2, 0.3, 1.95};
    private static final double[] RETURNS = {1.2, 0, -1, 2.5};

    @Test
    void publishedVectorHolds() {
        ValueLossResult result = evaluate(0.2, new double[] {0.9, 0.1}, new double[] {0.5, 0.2}, new double[] {1.2, 0});
        assertEquals(0.065, result.loss(), TOLERANCE); // ½ · ((0.7 - 1.2)² + 0.1²) / 2
        assertEquals(0.5, result.statistics().clipFraction(), TOLERANCE);
    }

    @Test
    void gradientAgreesWithFiniteDifferences() {
        for (double clip : new double[] {0, 0.2, 5}) {
            double[] numeric = FiniteDifferences.gradient(
                    point -> evaluate(clip, point, OLD, RETURNS).loss(), VALUES);
            assertArrayEquals(
                    numeric, evaluate(clip, VALUES, OLD, RETURNS).gradient().row(0), NUMERIC);
        }
    }

    @Test
    void smallerErrorInPlaceOfTheLargerWouldBeSeen() {
        double faulty = 0.5 * ((0.9 - 1.2) * (0.9 - 1.2) + 0.1 * 0.1) / 2; // min in place of max
        assertTrue(Math.abs(faulty - 0.065) > TOLERANCE);
        double[] unclipped = evaluate(0, VALUES, OLD, RETURNS).gradient().row(0);
        double[] numeric = FiniteDifferences.gradient(
                point -> evaluate(0.2, point, OLD, RETURNS).loss(), VALUES);
        assertThrows(AssertionError.class, () -> assertArrayEquals(numeric, unclipped, NUMERIC));
    }

    @Test
    void withoutClipItIsHalfTheMeanSquaredError() {
        ValueLossResult result = evaluate(0, VALUES, OLD, RETURNS);
        assertEquals(0.5 * result.statistics().meanSquaredError(), result.loss(), TOLERANCE);
        assertEquals(0, result.statistics().clipFraction(), TOLERANCE);
    }

    @Test
    void partsAddUpToTheMinibatch() {
        double whole = evaluate(0.2, VALUES, OLD, RETURNS).loss();
        double sum = 0;
        for (int i = 0; i < VALUES.length; i++) {
            sum += new ValueLoss(0.2)
                    .evaluate(inputs(new double[] {VALUES[i]}, new double[] {OLD[i]}, new double[] {RETURNS[i]}), 4)
                    .loss();
        }
        assertEquals(whole, sum, TOLERANCE);
    }

    private static ValueLossResult evaluate(double clip, double[] values, double[] old, double[] returns) {
        return new ValueLoss(clip).evaluate(inputs(values, old, returns), values.length);
    }

    private static ValueInputs inputs(double[] values, double[] old, double[] returns) {
        return new ValueInputs(TokenValues.of(values), TokenValues.of(old), TokenValues.of(returns));
    }
}
