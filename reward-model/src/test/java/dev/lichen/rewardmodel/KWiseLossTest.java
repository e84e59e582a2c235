package dev.lichen.rewardmodel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.datasets.Ranking;
import dev.lichen.training.FiniteDifferences;
import java.util.List;
import org.junit.jupiter.api.Test;

class KWiseLossTest {

    private static final double PUBLISHED = 1e-7;
    private static final double TOLERANCE = 1e-9;
    private static final double NUMERIC = 1e-7;
    private static final KWiseLoss PLAIN = new KWiseLoss(PairOrder.defaults(), 0);
    private static final double[] PAIR = {0.8, 0};
    private static final double[] SCORES = {1.2, 0.4, -0.3};

    @Test
    void publishedPairHolds() {
        assertEquals(0.3711007, PLAIN.evaluate(Rankings.of(1, 2), PAIR).loss(), PUBLISHED);
        double withEpsilon = -Math.log(Logistic.probability(0.8) + 1e-5);
        assertEquals(0.3710862, withEpsilon, PUBLISHED);
        assertNotEquals(withEpsilon, PLAIN.evaluate(Rankings.of(1, 2), PAIR).loss(), PUBLISHED);
    }

    @Test
    void publishedSoftLabelMarginAndFlipHold() {
        KWiseLoss soft = new KWiseLoss(new PairOrder(TieRule.HALF, 0.1, 0), 0);
        assertEquals(0.4511007, soft.evaluate(Rankings.of(1, 2), PAIR).loss(), PUBLISHED);
        KWiseLoss margin = new KWiseLoss(new PairOrder(TieRule.HALF, 0, 0.25), 0);
        Ranking clear = Rankings.withStrengths(List.of(2), 1, 2);
        assertEquals(0.5543552, margin.evaluate(clear, PAIR).loss(), PUBLISHED);
        assertEquals(1.1711007, PLAIN.evaluate(Rankings.of(2, 1), PAIR).loss(), PUBLISHED);
    }

    @Test
    void publishedThreeWiseVectorHolds() {
        assertEquals(0.325233331, PLAIN.evaluate(Rankings.of(1, 2, 3), SCORES).loss(), TOLERANCE);
        assertEquals(0.371100666, Logistic.softplus(-0.8), TOLERANCE);
        assertEquals(0.201413278, Logistic.softplus(-1.5), TOLERANCE);
        assertEquals(0.403186049, Logistic.softplus(-0.7), TOLERANCE);
    }

    @Test
    void gradientAgreesWithFiniteDifferences() {
        Ranking ranking = Rankings.withStrengths(List.of(3, 1), 2, 1, 0, 2, 3);
        double[] scores = {0.4, 0.1, 5, -0.2, 0.9};
        for (KWiseLoss loss : List.of(PLAIN, new KWiseLoss(new PairOrder(TieRule.DROP, 0.1, 0.2), 0.01))) {
            double[] numeric = FiniteDifferences.gradient(
                    point -> loss.evaluate(ranking, point).loss(), scores);
            assertArrayEquals(numeric, loss.evaluate(ranking, scores).gradient(), NUMERIC);
        }
    }

    @Test
    void gradientOfAReversedPairWouldBeSeen() {
        double[] wrong = PLAIN.evaluate(Rankings.of(3, 2, 1), SCORES).gradient();
        double[] numeric = FiniteDifferences.gradient(
                point -> PLAIN.evaluate(Rankings.of(1, 2, 3), point).loss(), SCORES);
        assertThrows(AssertionError.class, () -> assertArrayEquals(numeric, wrong, NUMERIC));
    }

    @Test
    void badlyWrongPairKeepsItsGradient() {
        LossAndGradient result = PLAIN.evaluate(Rankings.of(1, 2), new double[] {-500, 500});
        assertEquals(1000, result.loss(), TOLERANCE);
        assertEquals(-1, result.gradient(0), TOLERANCE);
    }

    @Test
    void tieIsBestAtEqualScoresOrLeftOut() {
        Ranking tied = Rankings.of(1, 1);
        assertEquals(Math.log(2), PLAIN.evaluate(tied, new double[] {3, 3}).loss(), TOLERANCE);
        assertEquals(0, PLAIN.evaluate(tied, new double[] {3, 3}).gradient(0), TOLERANCE);
        KWiseLoss dropping = new KWiseLoss(new PairOrder(TieRule.DROP, 0, 0), 0);
        assertFalse(dropping.compares(tied));
        assertTrue(dropping.compares(Rankings.of(1, 1, 2)));
    }

    @Test
    void unrankedAnswersTakeNoPart() {
        LossAndGradient partial = PLAIN.evaluate(Rankings.of(1, 0, 2), new double[] {0.8, 99, 0});
        assertEquals(0.3711007, partial.loss(), PUBLISHED);
        assertEquals(0, partial.gradient(1), TOLERANCE);
    }

    @Test
    void equalShiftOfAllScoresChangesNothingWithoutCentering() {
        double[] shifted = {101.2, 100.4, 99.7};
        assertEquals(
                PLAIN.evaluate(Rankings.of(1, 2, 3), SCORES).loss(),
                PLAIN.evaluate(Rankings.of(1, 2, 3), shifted).loss(),
                TOLERANCE);
        KWiseLoss centred = new KWiseLoss(PairOrder.defaults(), 0.01);
        double centring = 0.01 * (1.6 * 1.6 + 0.9 * 0.9 + 0.1 * 0.1) / 3;
        assertEquals(
                0.325233331 + centring,
                centred.evaluate(Rankings.of(1, 2, 3), SCORES).loss(),
                TOLERANCE);
    }

    @Test
    void sumOverPairsInPlaceOfTheirMeanWouldBeSeen() {
        double sum = 0.371100666 + 0.201413278 + 0.403186049;
        assertNotEquals(sum, PLAIN.evaluate(Rankings.of(1, 2, 3), SCORES).loss(), TOLERANCE);
    }
}
