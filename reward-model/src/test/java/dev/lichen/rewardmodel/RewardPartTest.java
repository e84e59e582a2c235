package dev.lichen.rewardmodel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.lichen.datasets.Ranking;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RewardPartTest {

    private static final double TOLERANCE = 1e-12;
    private static final KWiseLoss LOSS = new KWiseLoss(PairOrder.defaults(), 0);
    private static final List<Ranking> RANKINGS = List.of(Rankings.of(1, 2), Rankings.of(2, 1, 3), Rankings.of(1, 1));
    private static final float[] SCORES = {0.5f, -0.25f, 1, 2, 0, 3, 3};

    private final RewardPart whole = RewardPart.of(LOSS, RANKINGS, SCORES, 3);

    @Test
    void lossIsTheMeanOverRankings() {
        double first = Logistic.softplus(-0.75);
        double second = (Logistic.softplus(-1) + Logistic.softplus(-2) + Logistic.softplus(-1)) / 3;
        double tie = Math.log(2);
        assertEquals((first + second + tie) / 3, whole.gradient().loss(), TOLERANCE);
        assertEquals((first + second + tie) / 3, whole.statistics().meanLoss(), TOLERANCE);
        assertNotEquals((first + 3 * second + tie) / 5, whole.gradient().loss(), TOLERANCE, "pairs weighed alike");
    }

    @Test
    void partsAddUpToTheStep() {
        RewardPart head = RewardPart.of(LOSS, RANKINGS.subList(0, 1), Arrays.copyOfRange(SCORES, 0, 2), 3);
        RewardPart tail = RewardPart.of(LOSS, RANKINGS.subList(1, 3), Arrays.copyOfRange(SCORES, 2, 7), 3);
        assertEquals(
                whole.gradient().loss(),
                head.gradient().loss() + tail.gradient().loss(),
                TOLERANCE);
        assertArrayEquals(
                Arrays.copyOfRange(whole.gradient().gradient(), 2, 7),
                tail.gradient().gradient(),
                TOLERANCE);
        assertEquals(whole.statistics(), head.statistics().plus(tail.statistics()));
    }

    @Test
    void accuracyLeavesTiesOut() {
        assertEquals(4, whole.statistics().pairs());
        assertEquals(1, whole.statistics().accuracy(), TOLERANCE);
        assertEquals((0.75 + 1 + 1 + 2) / 4, whole.statistics().meanMargin(), TOLERANCE);
    }
}
