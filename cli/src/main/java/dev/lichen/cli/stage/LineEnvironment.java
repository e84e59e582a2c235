package dev.lichen.cli.stage;

import dev.lichen.lm.transformer.Compute;
import dev.lichen.training.RunDirectory;
import dev.lichen.training.StageEnvironment;
import dev.lichen.training.StopRequest;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * Gives the stages of a line their environments: one device, one way to be stopped, one display.
 *
 * @param compute device and number format
 * @param stop asked after each step whether to go on
 * @param clock measures steps and stages
 * @param display where progress is shown
 */
public record LineEnvironment(Compute compute, StopRequest stop, Clock clock, PrintWriter display) {

    /**
     * Returns the environment of a stage, which goes on with the run in its folder if there is one.
     *
     * @param parents the run folders whose results it starts from
     */
    public StageEnvironment of(String stage, Path folder, List<Path> parents) {
        return new StageEnvironment(
                folder,
                RunDirectory.holdsRun(folder),
                compute,
                Versions.all(),
                parents.stream().map(Path::toString).toList(),
                stop,
                clock,
                StageDisplay.of(stage, display));
    }
}
