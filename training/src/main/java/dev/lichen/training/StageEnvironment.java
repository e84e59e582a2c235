package dev.lichen.training;

import dev.lichen.lm.transformer.Compute;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * Gives a stage what its configuration does not say: where it runs, who listens, who may stop it.
 *
 * @param folder the run folder
 * @param resume whether to go on with the run that the folder holds
 * @param compute device and number format
 * @param versions of lichen, Java and the libraries, by name
 * @param parents the run folders whose results the stage starts from
 * @param stop asked after each step whether to go on
 * @param clock measures steps and gives the times in {@code run.json}
 * @param display shows progress
 */
public record StageEnvironment(
        Path folder,
        boolean resume,
        Compute compute,
        Map<String, String> versions,
        List<String> parents,
        StopRequest stop,
        Clock clock,
        TrainingListener display) {

    /** Copies the collections. */
    public StageEnvironment {
        versions = Map.copyOf(versions);
        parents = List.copyOf(parents);
    }

    /** Returns an environment of a new run that nobody watches or stops, on the processor in float32. */
    public static StageEnvironment quiet(Path folder) {
        return new StageEnvironment(
                folder,
                false,
                Compute.reference(),
                Map.of(),
                List.of(),
                StopRequest.patient(),
                Clock.systemUTC(),
                new TrainingListener() {});
    }

    /** Returns the same environment, going on with the run that the folder holds, or starting it if there is none. */
    public StageEnvironment resuming(boolean newResume) {
        return new StageEnvironment(folder, newResume, compute, versions, parents, stop, clock, display);
    }

    /** Returns the same environment on another device or in another number format. */
    public StageEnvironment computingOn(Compute newCompute) {
        return new StageEnvironment(folder, resume, newCompute, versions, parents, stop, clock, display);
    }

    /** Returns the same environment with another way to be stopped. */
    public StageEnvironment stoppedBy(StopRequest newStop) {
        return new StageEnvironment(folder, resume, compute, versions, parents, newStop, clock, display);
    }

    /** Returns the same environment with another display. */
    public StageEnvironment shownBy(TrainingListener newDisplay) {
        return new StageEnvironment(folder, resume, compute, versions, parents, stop, clock, newDisplay);
    }

    /** Opens the run folder for a stage. */
    public RunDirectory open(String stage, Record config, long seed, Map<String, String> hashes) {
        RunDescription description =
                new RunDescription(stage, config, seed, compute.device().toString(), versions, hashes, parents);
        return RunDirectory.open(folder, description, resume, clock);
    }
}
