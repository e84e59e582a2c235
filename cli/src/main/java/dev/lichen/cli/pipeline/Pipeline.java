package dev.lichen.cli.pipeline;

import dev.lichen.training.Outcome;
import dev.lichen.training.StopRequest;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Runs the stages of a line that are not done yet, in order. */
public final class Pipeline {

    private static final double NANOSECONDS = 1e9;

    private final StageManifest manifest;
    private final StopRequest stop;
    private final Clock clock;
    private final PrintWriter display;

    /**
     * Opens the line in a folder.
     *
     * @param folder where {@code stages.json} is
     * @param stop asked before each stage whether to go on
     * @param clock measures the stages
     * @param display hears which stage begins and how long it took
     */
    public Pipeline(Path folder, StopRequest stop, Clock clock, PrintWriter display) {
        this.manifest = StageManifest.open(folder);
        this.stop = stop;
        this.clock = clock;
        this.display = display;
    }

    /** Runs what is left; an interruption ends it between two stages or inside one that can be resumed. */
    public Outcome run(List<PipelineStage> stages) {
        for (int i = 0; i < stages.size(); i++) {
            if (manifest.isDone(stages.get(i).name())) {
                continue;
            }
            if (stop.isRequested() || run(stages.get(i), i + 1, stages.size()) == Outcome.INTERRUPTED) {
                return Outcome.INTERRUPTED;
            }
        }
        return Outcome.DONE;
    }

    /** Returns what is done so far. */
    public StageManifest manifest() {
        return manifest;
    }

    private Outcome run(PipelineStage stage, int number, int total) {
        display.println("[%d/%d] %s".formatted(number, total, stage.name()));
        display.flush();
        Instant start = clock.instant();
        Outcome outcome = stage.work().get();
        double seconds = Duration.between(start, clock.instant()).toNanos() / NANOSECONDS;
        manifest.add(stage.name(), outcome == Outcome.DONE, seconds);
        return outcome;
    }
}
