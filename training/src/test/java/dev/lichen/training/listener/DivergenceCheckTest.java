package dev.lichen.training.listener;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lichen.training.Metrics;
import dev.lichen.training.Step;
import dev.lichen.training.TrainingDivergedException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DivergenceCheckTest {

    private final DivergenceCheck check = new DivergenceCheck(Map.of("kl", 10.0));

    private static Step step(Metrics metrics) {
        return new Step(17, 100, metrics, Duration.ZERO);
    }

    private TrainingDivergedException diverged(Metrics metrics) {
        return assertThrows(TrainingDivergedException.class, () -> check.onStep(step(metrics)));
    }

    @Test
    void aLossThatIsNoNumberNamesTheStep() {
        TrainingDivergedException diverged = diverged(Metrics.of("loss", Double.NaN));

        assertEquals(17, diverged.step());
        assertEquals(
                "Training diverged at step 17: loss is NaN; the step's metrics: {loss=NaN}; "
                        + "a lower learning rate is the first thing to try",
                diverged.getMessage());
    }

    @Test
    void anInfiniteLossDiverges() {
        assertEquals(17, diverged(Metrics.of("loss", Double.NEGATIVE_INFINITY)).step());
    }

    @Test
    void aMetricAboveItsLimitDiverges() {
        Metrics metrics = Metrics.of("loss", 1).with("kl", 10.5);

        assertEquals(metrics, diverged(metrics).metrics());
    }

    @Test
    void aMetricAtItsLimitPasses() {
        assertDoesNotThrow(() -> check.onStep(step(Metrics.of("loss", 1e30).with("kl", 10))));
    }
}
