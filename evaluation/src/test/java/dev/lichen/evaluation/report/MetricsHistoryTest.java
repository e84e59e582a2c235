package dev.lichen.evaluation.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lichen.evaluation.report.CurvePanel.Curve;
import dev.lichen.evaluation.report.CurvePanel.CurvePoint;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MetricsHistoryTest {

    @Test
    void metricsAreReadFlatOrNested() {
        MetricsHistory history = MetricsHistory.of(
                List.of("{\"step\":1,\"a\":2,\"time\":\"x\"}", "{\"step\":2,\"metrics\":{\"a\":3,\"b\":4}}"));
        assertEquals(
                List.of(new CurvePoint(1, 2), new CurvePoint(2, 3)),
                history.curve("a", 1).points());
        assertEquals(List.of(new CurvePoint(2, 4)), history.curve("b", 1).points());
    }

    @Test
    void unfinishedLastLineIsPassedOver() {
        assertEquals(
                1,
                MetricsHistory.of(List.of("{\"step\":1,\"a\":2}", "{\"step\":2,\"a\":"))
                        .size());
    }

    @Test
    void laterLineOfAStepCounts() {
        MetricsHistory history = MetricsHistory.of(List.of("{\"step\":1,\"a\":2}", "{\"step\":1,\"a\":5}"));
        assertEquals(List.of(new CurvePoint(1, 5)), history.curve("a", 1).points());
    }

    @Test
    void evaluationOfAStepJoinsIt() {
        MetricsHistory history = MetricsHistory.of(List.of("{\"step\":1,\"a\":2}", "{\"step\":1,\"b\":5}"));
        assertEquals(List.of(new CurvePoint(1, 2)), history.curve("a", 1).points());
        assertEquals(List.of(new CurvePoint(1, 5)), history.curve("b", 1).points());
    }

    @Test
    void valuesThatAreNoNumbersAreCounted() {
        MetricsHistory history = MetricsHistory.of(List.of("{\"step\":1,\"a\":\"NaN\"}", "{\"step\":2,\"a\":1}"));
        assertEquals(new Curve("a", List.of(new CurvePoint(2, 1)), 1), history.curve("a", 1));
    }

    @Test
    void pointsAreMeansOfTheirSteps() {
        MetricsHistory history = MetricsHistory.of(LongStream.rangeClosed(1, 5)
                .mapToObj(step -> "{\"step\":" + step + ",\"a\":" + step + "}")
                .toList());
        assertEquals(
                List.of(new CurvePoint(2, 1.5), new CurvePoint(4, 3.5), new CurvePoint(5, 5)),
                history.curve("a", 2).points());
    }

    @Test
    void longRunsAreThinnedOut() {
        List<String> lines = LongStream.rangeClosed(1, 1000)
                .mapToObj(step -> "{\"step\":" + step + ",\"objective/kl\":1,\"unknown\":1}")
                .toList();
        List<CurvePanel> panels = CurvePanels.of("ppo", MetricsHistory.of(lines));
        assertEquals(1, panels.size());
        assertEquals(7, panels.getFirst().stepsPerPoint());
        assertEquals(143, panels.getFirst().curves().getFirst().points().size());
    }

    @Test
    void panelsGatherMetricsOfOneKind() {
        MetricsHistory history = MetricsHistory.of(
                List.of("{\"step\":1,\"objective/kl\":1,\"objective/kl_k3\":1,\"objective/kl_coef\":1}"));
        assertEquals(
                Set.of("objective/kl", "objective/kl_k3"),
                CurvePanels.of("ppo", history).getFirst().curves().stream()
                        .map(Curve::metric)
                        .collect(Collectors.toSet()));
    }
}
