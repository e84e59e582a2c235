package dev.lichen.training.listener;

import dev.lichen.training.AppendedLines;
import dev.lichen.training.Metrics;
import dev.lichen.training.Step;
import dev.lichen.training.TrainingListener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes {@code metrics.jsonl}: a line a step and a line an evaluation, each flushed.
 *
 * <p>A line is one flat object: {@code "step"}, then the metrics in their order, and for a step the seconds it took
 * under {@value #SECONDS}. A number that is not finite is written as text, {@code "NaN"}.
 */
public final class JsonLinesMetrics implements TrainingListener {

    /** The name of the wall-clock time of a step. */
    public static final String SECONDS = Metrics.TIME + "step_seconds";

    private static final double NANOSECONDS = 1e9;

    private final AppendedLines lines;

    /** Writes into this file, after what it holds. */
    public JsonLinesMetrics(Path file) {
        this.lines = new AppendedLines(file);
    }

    @Override
    public void onStep(Step step) {
        append(step.number(), step.metrics().with(SECONDS, seconds(step.duration())));
    }

    @Override
    public void onEvaluation(Evaluation evaluation) {
        append(evaluation.stepsDone(), evaluation.metrics());
    }

    private void append(long step, Metrics metrics) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put(AppendedLines.STEP, step);
        line.putAll(metrics.toMap());
        lines.append(line);
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / NANOSECONDS;
    }
}
