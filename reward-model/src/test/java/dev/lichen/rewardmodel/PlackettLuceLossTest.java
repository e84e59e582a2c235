package dev.lichen.rewardmodel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.lichen.datasets.Ranking;
import dev.lichen.training.FiniteDifferences;
import org.junit.jupiter.api.Test;

class PlackettLuceLossTest {

    private static final double TOLERANCE = 1e-9;
    private static final double NUMERIC = 1e-7;
    private static final double[] LOG_WEIGHTS = {Math.log(0.5), Math.log(0.3), Math.log(0.2)};
    private final PlackettLuceLoss loss = new PlackettLuceLoss();

    @Test
    void publishedProbabilitiesHold() {
        assertEquals(0.3, probability(1, 2, 3), TOLERANCE);
        assertEquals(0.2, probability(1, 3, 2), TOLERANCE);
        assertEquals(0.214285714, probability(2, 1, 3), TOLERANCE);
        assertEquals(0.085714286, probability(3, 1, 2), TOLERANCE); // B, C, A
        assertEquals(0.125, probability(2, 3, 1), TOLERANCE); // C, A, B
        assertEquals(0.075, probability(3, 2, 1), TOLERANCE);
    }

    @Test
    void publishedLossHolds() {
        assertEquals(
                0.917481122,
                loss.evaluate(Rankings.of(1, 2, 3), new double[] {1.2, 0.4, -0.3})
                        .loss(),
                TOLERANCE);
    }

    @Test
    void ranksReadAsAnOrderListWouldBeSeen() {
        // tiers (3, 1, 2) say B, C, A; read as an order list they would say C, A, B
        assertNotEquals(0.125, probability(3, 1, 2), TOLERANCE);
    }

    @Test
    void tieAveragesOverItsOrders() {
        // A and B before C: ABC 0.3 and BAC 0.214285714, averaged over the two orders
        assertEquals((0.3 + 3.0 / 14) / 2, probability(1, 1, 2), TOLERANCE);
    }

    @Test
    void gradientAgreesWithFiniteDifferences() {
        double[] scores = {0.4, 0.1, 5, -0.2, 0.9, 1.1};
        for (Ranking ranking : new Ranking[] {Rankings.of(2, 1, 0, 2, 3, 2), Rankings.of(6, 5, 4, 3, 2, 1)}) {
            double[] numeric = FiniteDifferences.gradient(
                    point -> loss.evaluate(ranking, point).loss(), scores);
            assertArrayEquals(numeric, loss.evaluate(ranking, scores).gradient(), NUMERIC);
        }
    }

    @Test
    void twoAnswersGiveTheLossOfBradleyAndTerry() {
        double[] scores = {0.8, 0};
        assertEquals(
                Logistic.softplus(-0.8),
                loss.evaluate(Rankings.of(1, 2), scores).loss(),
                TOLERANCE);
    }

    private double probability(int... tiers) {
        return Math.exp(-loss.evaluate(Rankings.of(tiers), LOG_WEIGHTS).loss());
    }
}
