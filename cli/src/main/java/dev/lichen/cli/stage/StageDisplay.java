package dev.lichen.cli.stage;

import dev.lichen.training.Outcome;
import dev.lichen.training.Step;
import dev.lichen.training.TrainingListener;
import dev.lichen.training.TrainingPlan;
import dev.lichen.training.listener.ConsoleProgress;
import dev.lichen.training.listener.ProgressStyle;
import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;

/**
 * Shows a stage's progress with the time left: every step on a terminal, and a line every few seconds in a log.
 *
 * <p>Evaluations and the end are always shown.
 */
public final class StageDisplay implements TrainingListener {

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(3);

    private final ConsoleProgress progress;
    private final Duration pause;
    private Duration sinceLastLine = Duration.ZERO;

    private StageDisplay(ConsoleProgress progress, Duration pause) {
        this.progress = progress;
        this.pause = pause;
    }

    /** Returns a display of a stage on a terminal, if there is one behind the writer, or as lines. */
    @SuppressWarnings("SystemConsoleNull") // since JDK 25 it is null again where the output goes to a file
    public static StageDisplay of(String stage, PrintWriter output) {
        Console console = System.console();
        boolean terminal = console != null && console.isTerminal();
        ProgressStyle style = terminal ? ProgressStyle.REFRESHING : ProgressStyle.LINES;
        return new StageDisplay(
                new ConsoleProgress(output, style, stage, List.of()), terminal ? Duration.ZERO : BETWEEN_LINES);
    }

    @Override
    public void onStart(TrainingPlan plan) {
        progress.onStart(plan);
    }

    /** Passes a step on if the last line was long enough ago, measured in the steps' own time. */
    @Override
    public void onStep(Step step) {
        sinceLastLine = sinceLastLine.plus(step.duration());
        if (sinceLastLine.compareTo(pause) >= 0 || step.completesRun()) {
            sinceLastLine = Duration.ZERO;
            progress.onStep(step);
        }
    }

    @Override
    public void onEvaluation(Evaluation evaluation) {
        progress.onEvaluation(evaluation);
    }

    @Override
    public void onEnd(Outcome outcome) {
        progress.onEnd(outcome);
    }
}
