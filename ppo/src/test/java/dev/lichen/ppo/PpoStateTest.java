package dev.lichen.ppo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PpoStateTest {

    @Test
    void stepTakesInScoresAndDivergence() {
        PpoState state = PpoState.start(new AdaptiveKl(0.1, 6, 100))
                .withScores(RunningMoments.of(1, 3))
                .after(12, 2);
        assertEquals(2, state.episodes());
        assertEquals(RunningMoments.of(1, 3), state.scores());
        assertEquals(0.1 * (1 + 0.2 * 2 / 100), state.kl().coefficient(), 1e-15);
    }
}
