package dev.lichen.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class HistogramTest {

    @Test
    void groupsShareTheirBins() {
        Histogram histogram =
                Histogram.ofLengths("tokens", List.of("a", "b"), List.of(List.of(0, 1, 9), List.of(5)), 5);
        assertEquals(2, histogram.width());
        assertEquals(
                List.of(2.0 / 3, 0.0, 0.0, 0.0, 1.0 / 3),
                histogram.groups().getFirst().shares());
        assertEquals(
                List.of(0.0, 0.0, 1.0, 0.0, 0.0), histogram.groups().getLast().shares());
    }

    @Test
    void nothingIsOneEmptyBin() {
        Histogram histogram = Histogram.ofLengths("tokens", List.of("a"), List.of(List.of()), 5);
        assertEquals(List.of(0.0), histogram.groups().getFirst().shares());
    }
}
