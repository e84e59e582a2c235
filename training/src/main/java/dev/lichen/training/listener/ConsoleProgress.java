package dev.lichen.training.listener;

import dev.lichen.training.Metrics;
import dev.lichen.training.Outcome;
import dev.lichen.training.Step;
import dev.lichen.training.TrainingListener;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Shows a step, a few of its metrics, its duration and the time left on one line. */
public final class ConsoleProgress implements TrainingListener {

    private static final int SHOWN_BY_DEFAULT = 4;
    private static final double NANOSECONDS = 1e9;
    private static final double NEWEST_WEIGHT = 0.1;
    private static final String REWRITE = "\r\u001b[K";

    private final PrintWriter output;
    private final ProgressStyle style;
    private final String stage;
    private final List<String> shown;
    private final Duration pause;
    private double secondsPerStep = Double.NaN;
    private Duration sinceLastLine = Duration.ZERO;
    private boolean lineIsOpen;

    /**
     * Makes the listener.
     *
     * @param output where to
     * @param style how
     * @param stage what each line begins with
     * @param shown the metrics to show, in order; empty for the first few that a step has
     */
    public ConsoleProgress(PrintWriter output, ProgressStyle style, String stage, List<String> shown) {
        this(output, style, stage, shown, Duration.ZERO);
    }

    /**
     * Makes the listener.
     *
     * @param pause steps within this time of the last shown one are not shown; the last step always is
     */
    public ConsoleProgress(PrintWriter output, ProgressStyle style, String stage, List<String> shown, Duration pause) {
        this.pause = pause;
        this.output = output;
        this.style = style;
        this.stage = stage;
        this.shown = List.copyOf(shown);
    }

    @Override
    public void onStep(Step step) {
        average(step.duration());
        sinceLastLine = sinceLastLine.plus(step.duration());
        if (sinceLastLine.compareTo(pause) >= 0 || step.completesRun()) {
            sinceLastLine = Duration.ZERO;
            show(step);
        }
    }

    private void show(Step step) {
        String line = "%s step %d/%d  %s  %s a step, %s left"
                .formatted(
                        stage,
                        step.number(),
                        step.total(),
                        text(chosen(step.metrics())),
                        duration(secondsPerStep),
                        duration(secondsPerStep * (step.total() - step.number())));
        if (style == ProgressStyle.REFRESHING) {
            output.print(REWRITE + line);
            output.flush();
            lineIsOpen = true;
        } else {
            print(line);
        }
    }

    @Override
    public void onNotice(String notice) {
        print(stage + ": " + notice);
    }

    @Override
    public void onEvaluation(Evaluation evaluation) {
        if (!evaluation.metrics().names().isEmpty()) {
            print("%s step %d evaluated  %s".formatted(stage, evaluation.stepsDone(), text(evaluation.metrics())));
        }
    }

    @Override
    public void onEnd(Outcome outcome) {
        if (outcome == Outcome.INTERRUPTED) {
            print(stage + " stopped as asked; --resume goes on from its latest checkpoint");
        }
        closeLine();
    }

    private void print(String line) {
        if (style != ProgressStyle.QUIET) {
            closeLine();
            output.println(line);
            output.flush();
        }
    }

    private void closeLine() {
        if (lineIsOpen) {
            output.println();
            output.flush();
            lineIsOpen = false;
        }
    }

    /** The first steps count fully, later ones weigh a tenth, so that the estimate follows a change of speed. */
    private void average(Duration duration) {
        double seconds = duration.toNanos() / NANOSECONDS;
        secondsPerStep =
                Double.isNaN(secondsPerStep) ? seconds : secondsPerStep + NEWEST_WEIGHT * (seconds - secondsPerStep);
    }

    private Metrics chosen(Metrics metrics) {
        List<String> names = shown.isEmpty()
                ? metrics.names().stream().limit(SHOWN_BY_DEFAULT).toList()
                : shown.stream().filter(metrics.names()::contains).toList();
        Metrics chosen = Metrics.none();
        for (String name : names) {
            chosen = chosen.with(name, metrics.value(name));
        }
        return chosen;
    }

    private static String text(Metrics metrics) {
        return metrics.toMap().entrySet().stream()
                .map(entry -> entry.getKey() + " " + number(entry.getValue()))
                .collect(Collectors.joining("  "));
    }

    private static String number(double value) {
        double size = Math.abs(value);
        boolean plain = size == 0 || (size >= 1e-3 && size < 1e5);
        return String.format(Locale.ROOT, plain ? "%.4f" : "%.2e", value);
    }

    private static String duration(double seconds) {
        long whole = Math.round(seconds);
        if (seconds < 60) {
            return String.format(Locale.ROOT, seconds < 10 ? "%.1f s" : "%.0f s", seconds);
        }
        return whole < 3600
                ? "%d min %02d s".formatted(whole / 60, whole % 60)
                : "%d h %02d min".formatted(whole / 3600, whole / 60 % 60);
    }
}
