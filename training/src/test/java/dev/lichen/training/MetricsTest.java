package dev.lichen.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class MetricsTest {

    private static final Metrics METRICS = Metrics.of("loss", 2).with("accuracy", 0.5);

    @Test
    void namesKeepTheirOrder() {
        Metrics metrics = METRICS.and(Metrics.of("a", 1));

        assertEquals(List.of("loss", "accuracy", "a"), List.copyOf(metrics.names()));
    }

    @Test
    void aNameCannotBeTakenTwice() {
        assertThrows(IllegalArgumentException.class, () -> METRICS.with("loss", 3));
    }

    @Test
    void addingLeavesTheOriginalAlone() {
        METRICS.with("more", 1);

        assertTrue(METRICS.find("more").isEmpty());
    }

    @Test
    void aMissingMetricIsNamedWithThoseThatAreThere() {
        IllegalArgumentException missing = assertThrows(IllegalArgumentException.class, () -> METRICS.value("kl"));

        assertEquals("no metric kl among [loss, accuracy]", missing.getMessage());
    }

    @Test
    void theMapCannotBeChanged() {
        assertThrows(UnsupportedOperationException.class, () -> METRICS.toMap().put("loss", 0.0));
    }
}
