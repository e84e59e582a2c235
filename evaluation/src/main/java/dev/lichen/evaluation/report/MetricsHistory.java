package dev.lichen.evaluation.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a run folder's {@code metrics.jsonl} tells: metrics by step.
 *
 * <p>A line that is not complete JSON, as a killed process leaves last, is passed over; lines of one step (the
 * step's own and its evaluation's) are joined, and of a metric written twice, as a resumed run does, the later counts.
 */
public final class MetricsHistory {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String STEP = "step";
    private static final String METRICS = "metrics";

    private final SortedMap<Long, Map<String, Double>> steps = new TreeMap<>();

    private MetricsHistory() {}

    /** Reads the lines of a {@code metrics.jsonl}, objects with a step and numbers. */
    public static MetricsHistory of(List<String> lines) {
        MetricsHistory history = new MetricsHistory();
        lines.forEach(history::add);
        return history;
    }

    private void add(String line) {
        JsonNode json = parse(line);
        if (json.path(STEP).isIntegralNumber()) {
            Map<String, Double> values = steps.computeIfAbsent(json.path(STEP).asLong(), step -> new LinkedHashMap<>());
            collect(json, values);
            collect(json.path(METRICS), values);
            values.remove(STEP);
        }
    }

    private static JsonNode parse(String line) {
        try {
            return MAPPER.readTree(line);
        } catch (JsonProcessingException incomplete) {
            return MAPPER.missingNode();
        }
    }

    private static void collect(JsonNode json, Map<String, Double> values) {
        json.properties().forEach(field -> {
            if (field.getValue().isNumber()) {
                values.put(field.getKey(), field.getValue().asDouble());
            } else if (field.getValue().isTextual()) { // "NaN", "Infinity": measured, and not a number
                values.put(field.getKey(), Double.NaN);
            }
        });
    }

    /** Returns the names of all metrics, in the order in which they appeared. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        steps.values().forEach(values -> names.addAll(values.keySet()));
        return names;
    }

    /** Returns how many steps were written. */
    int size() {
        return steps.size();
    }

    /** Returns a metric over the steps, each point the mean of {@code stepsPerPoint} steps. */
    CurvePanel.Curve curve(String name, int stepsPerPoint) {
        List<CurvePanel.CurvePoint> points = new ArrayList<>();
        List<Double> pending = new ArrayList<>();
        long skipped = 0;
        long position = 0;
        for (Map.Entry<Long, Map<String, Double>> step : steps.entrySet()) {
            position++;
            Double value = step.getValue().get(name);
            if (value != null && Double.isFinite(value)) {
                pending.add(value);
            } else if (value != null) {
                skipped++;
            }
            if (!pending.isEmpty() && (position % stepsPerPoint == 0 || position == steps.size())) {
                points.add(new CurvePanel.CurvePoint(step.getKey(), mean(pending)));
                pending.clear();
            }
        }
        return new CurvePanel.Curve(name, points, skipped);
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
}
