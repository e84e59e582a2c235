package dev.lichen.ppo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class RewardShapingTest {

    private static final double TOLERANCE = 1e-12;
    private static final double COEFFICIENT = 0.1;
    private final TokenValues policy = TokenValues.of(new double[] {-1, -2, -3}, new double[] {-1, -1});
    private final TokenValues reference = TokenValues.of(new double[] {-1.5, -2, -2}, new double[] {-3, -1});
    private final ScoredResponses responses =
            new ScoredResponses(policy, reference, List.of(2.0, -4.0), List.of(true, false));

    @Test
    void scoreComesOnTheLastTokenOfShortAndLongResponses() {
        TokenValues rewards = shape(0, MissingEndPenalty.none());
        assertArrayEquals(new double[] {-0.05, 0, 2.1}, rewards.row(0), TOLERANCE);
        assertArrayEquals(new double[] {-0.2, -4}, rewards.row(1), TOLERANCE);
    }

    @Test
    void sumOfRewardsIsTheScoreLessTheWeightedDivergence() {
        TokenValues rewards = shape(0, MissingEndPenalty.none());
        assertEquals(2 - COEFFICIENT * (0.5 + 0 - 1), rewards.rowSum(0), TOLERANCE);
    }

    @Test
    void scoreIsClippedBeforeThePenalty() {
        TokenValues rewards = shape(3, new MissingEndPenalty(MissingEndPenalty.Mode.SUBTRACT, 1));
        assertEquals(2.1, rewards.row(0)[2], TOLERANCE);
        assertEquals(-3 - 1, rewards.row(1)[1], TOLERANCE);
    }

    @Test
    void unfinishedResponseMayGetAFixedScore() {
        TokenValues rewards = shape(0, new MissingEndPenalty(MissingEndPenalty.Mode.REPLACE, -1));
        assertEquals(-1, rewards.row(1)[1], TOLERANCE);
        assertEquals(2.1, rewards.row(0)[2], TOLERANCE);
    }

    @Test
    void reversedSignOfTheDivergenceWouldBeSeen() {
        double faulty = COEFFICIENT * 0.5; // +β kl at the first token
        assertNotEquals(faulty, shape(0, MissingEndPenalty.none()).get(0), TOLERANCE);
    }

    @Test
    void emptyResponseIsRefused() {
        TokenValues empty = TokenValues.of(new double[0]);
        assertThrows(
                IllegalArgumentException.class, () -> new ScoredResponses(empty, empty, List.of(1.0), List.of(true)));
    }

    private TokenValues shape(double clip, MissingEndPenalty penalty) {
        return new RewardShaping(KlEstimator.K1, clip, penalty)
                .shape(responses, COEFFICIENT)
                .rewards();
    }
}
