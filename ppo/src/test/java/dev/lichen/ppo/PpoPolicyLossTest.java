package dev.lichen.ppo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.training.FiniteDifferences;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PpoPolicyLossTest {

    private static final double TOLERANCE = 1e-12;
    private static final double PUBLISHED = 1e-7;
    private static final double NUMERIC = 1e-7;
    private static final PpoPolicyLoss PLAIN = new PpoPolicyLoss(0.2, 0, 0);
    private static final double[] LOG_RATIOS = {0.3, -0.4, 0.1, -0.05, 1.5, -0.3, 0.25};
    private static final double[] ADVANTAGES = {1, -0.5, 0.7, -1.1, -2, 0.4, -0.6};
    private static final double[] ENTROPIES = {1, 2, 0.5, 0.1, 3, 1.2, 0.9};

    @Test
    void publishedVectorHolds() {
        PolicyLossResult result = PLAIN.evaluate(inputs(new double[] {0.3, -0.4}, 1, -0.5), 2);
        assertEquals(-0.4, result.loss(), TOLERANCE); // (-1.2 + 0.4) / 2
        assertEquals(1.0, result.statistics().clipFraction(), TOLERANCE);
        assertEquals(0.0600894, result.statistics().meanApproximateKl(), PUBLISHED);
        assertArrayEquals(new double[] {0, 0}, result.logProbabilityGradient().row(0), TOLERANCE);
    }

    @Test
    void gradientAgreesWithFiniteDifferences() {
        for (PpoPolicyLoss loss : List.of(PLAIN, new PpoPolicyLoss(0.2, 3, 0.01))) {
            double[] numeric = FiniteDifferences.gradient(point -> loss(loss, point), LOG_RATIOS);
            assertArrayEquals(numeric, gradient(loss), NUMERIC);
        }
    }

    @Test
    void entropyGradientAgreesWithFiniteDifferences() {
        PpoPolicyLoss loss = new PpoPolicyLoss(0.2, 0, 0.01);
        double[] numeric = FiniteDifferences.gradient(
                entropies -> evaluate(loss, LOG_RATIOS, entropies).loss(), ENTROPIES);
        assertArrayEquals(
                numeric, evaluate(loss, LOG_RATIOS, ENTROPIES).entropyGradient().row(0), NUMERIC);
    }

    @Test
    void clipWithTheWrongSideWouldBeSeen() {
        // min in place of max: the pessimistic bound turned into an optimistic one
        double[] wrong = new double[LOG_RATIOS.length];
        for (int i = 0; i < wrong.length; i++) {
            double ratio = Math.exp(LOG_RATIOS[i]);
            boolean outside = Math.abs(ratio - 1) > 0.2;
            wrong[i] = outside ? 0 : -ADVANTAGES[i] * ratio / wrong.length;
        }
        double[] numeric = FiniteDifferences.gradient(point -> loss(PLAIN, point), LOG_RATIOS);
        assertThrows(AssertionError.class, () -> assertArrayEquals(numeric, wrong, NUMERIC));
    }

    @Test
    void unchangedPolicyIsNeverClipped() {
        PolicyLossResult result = PLAIN.evaluate(inputs(new double[] {0, 0, 0}, 1, -2, 4), 3);
        assertEquals(-1, result.loss(), TOLERANCE); // minus the mean advantage
        assertEquals(0, result.statistics().clipFraction(), TOLERANCE);
        assertEquals(0, result.statistics().meanApproximateKl(), TOLERANCE);
        assertEquals(1, result.statistics().meanRatio(), TOLERANCE);
    }

    @Test
    void partsOfAnySizeAddUpToTheMinibatch() {
        PolicyLossResult whole = evaluate(PLAIN, LOG_RATIOS, ENTROPIES);
        for (int cut = 1; cut < LOG_RATIOS.length; cut++) {
            PolicyLossResult head = part(0, cut);
            PolicyLossResult tail = part(cut, LOG_RATIOS.length);
            assertEquals(whole.loss(), head.loss() + tail.loss(), TOLERANCE);
            assertEquals(
                    whole.logProbabilityGradient().get(cut),
                    tail.logProbabilityGradient().get(0),
                    TOLERANCE);
            PolicyStatistics sum = head.statistics().plus(tail.statistics());
            assertEquals(whole.statistics().clipFraction(), sum.clipFraction(), TOLERANCE);
            assertEquals(whole.statistics().meanApproximateKl(), sum.meanApproximateKl(), TOLERANCE);
        }
    }

    @Test
    void meanOfMeansWouldBeSeen() {
        PolicyLossResult head = PLAIN.evaluate(inputs(new double[] {0.1}, 0.7), 1);
        PolicyLossResult tail = PLAIN.evaluate(inputs(new double[] {0.3, -0.4}, 1, -0.5), 2);
        PolicyLossResult whole = PLAIN.evaluate(inputs(new double[] {0.1, 0.3, -0.4}, 0.7, 1, -0.5), 3);
        assertTrue(Math.abs((head.loss() + tail.loss()) / 2 - whole.loss()) > 1e-3);
    }

    @Test
    void dualClipBoundsTheLossOfNegativeAdvantages() {
        PpoPolicyLoss dual = new PpoPolicyLoss(0.2, 3, 0);
        PolicyLossResult result = dual.evaluate(inputs(new double[] {5}, -2), 1);
        assertEquals(6, result.loss(), TOLERANCE);
        assertEquals(0, result.logProbabilityGradient().get(0), TOLERANCE);
        assertTrue(PLAIN.evaluate(inputs(new double[] {5}, -2), 1).loss() > 100);
    }

    @Test
    void enormousRatiosStayFinite() {
        PolicyLossResult result = PLAIN.evaluate(inputs(new double[] {1000, -1000}, -1, 1), 2);
        assertTrue(Double.isFinite(result.loss()));
        assertTrue(Double.isFinite(result.statistics().meanApproximateKl()));
    }

    @Test
    void rangesAreChecked() {
        assertThrows(IllegalArgumentException.class, () -> new PpoPolicyLoss(2, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new PpoPolicyLoss(0.2, 0.5, 0));
        assertThrows(IllegalArgumentException.class, () -> new PpoPolicyLoss(0.2, 0, -1));
    }

    private static PolicyLossResult part(int from, int to) {
        double[] ratios = Arrays.copyOfRange(LOG_RATIOS, from, to);
        return PLAIN.evaluate(inputs(ratios, Arrays.copyOfRange(ADVANTAGES, from, to)), LOG_RATIOS.length);
    }

    private static double loss(PpoPolicyLoss loss, double[] logRatios) {
        return evaluate(loss, logRatios, ENTROPIES).loss();
    }

    private static double[] gradient(PpoPolicyLoss loss) {
        return evaluate(loss, LOG_RATIOS, ENTROPIES).logProbabilityGradient().row(0);
    }

    private static PolicyLossResult evaluate(PpoPolicyLoss loss, double[] logRatios, double[] entropies) {
        TokenValues ratios = TokenValues.of(logRatios);
        PolicyInputs inputs =
                new PolicyInputs(ratios, ratios.filledWith(0), TokenValues.of(ADVANTAGES), TokenValues.of(entropies));
        return loss.evaluate(inputs, logRatios.length);
    }

    private static PolicyInputs inputs(double[] logRatios, double... advantages) {
        TokenValues old = TokenValues.of(logRatios).filledWith(-2);
        TokenValues current = TokenValues.of(logRatios).plus(old);
        return new PolicyInputs(current, old, TokenValues.of(advantages), old.filledWith(1));
    }
}
