package dev.lichen.cli.stage;

import dev.lichen.training.TrainingListener;
import dev.lichen.training.listener.ConsoleProgress;
import dev.lichen.training.listener.ProgressStyle;
import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Makes the display of a stage: every step on a terminal, and a line every few seconds in a log. */
public final class StageDisplay {

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(3);

    private static final List<String> SHOWN = List.of(
            "train/loss",
            "train/accuracy",
            "objective/scores",
            "objective/kl",
            "objective/entropy",
            "ppo/response/length",
            "ppo/response/eos_rate");

    private StageDisplay() {}

    /** Returns a display that says how far the stage is, and how long it still takes. */
    public static TrainingListener of(String stage, PrintWriter output) {
        boolean terminal =
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
        return terminal
                ? new ConsoleProgress(output, ProgressStyle.REFRESHING, stage, SHOWN)
                : new ConsoleProgress(output, ProgressStyle.LINES, stage, SHOWN, BETWEEN_LINES);
    }
}
