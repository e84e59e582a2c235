package dev.lichen.training;

import dev.lichen.FileAccessException;
import dev.lichen.LichenException;
import dev.lichen.lm.checkpoint.AtomicWrite;
import dev.lichen.training.TrainingListener.SavedCheckpoint;
import dev.lichen.training.config.Configs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Is the folder of one run: what it was told, where it stands, what it measured, its checkpoints and its result.
 *
 * <pre>
 * config.yaml      resolved; feeding it back repeats the run       run.json   a {@link RunRecord}
 * metrics.jsonl    a line a step                                   samples.jsonl   what the model said
 * checkpoints/step-000100/   complete or absent                    model/   the result
 * </pre>
 *
 * <p>One process at a time has it open. Resuming shortens the two {@code .jsonl} files to the latest checkpoint's step,
 * so that an interrupted run leaves the same folder as an uninterrupted one.
 */
public final class RunDirectory implements AutoCloseable {

    static final String RUN_FILE = "run.json";

    static final String CONFIG_FILE = "config.yaml";

    private final Path folder;
    private final RunDescription description;
    private final Clock clock;
    private final RunLock lock;

    private RunDirectory(Path folder, RunDescription description, Clock clock, RunLock lock) {
        this.folder = folder;
        this.description = description;
        this.clock = clock;
        this.lock = lock;
    }

    /**
     * Opens a run folder and marks the run as running.
     *
     * @param folder the run folder
     * @param description the run; to resume, its stage, configuration and hashes must be those of the first start
     * @param resume whether to go on with the run that the folder holds, instead of starting a new one there
     * @param clock gives the times in {@code run.json}
     * @throws RunDirectoryException if a new run finds the folder taken, a resumed one finds another run or none, or
     *     another process works on it
     */
    public static RunDirectory open(Path folder, RunDescription description, boolean resume, Clock clock) {
        if (resume && !Files.isDirectory(folder)) {
            throw new RunDirectoryException(folder, "there is no run to resume; leave out --resume to start one");
        }
        createFolders(folder);
        RunDirectory run = new RunDirectory(folder, description, clock, RunLock.acquire(folder));
        try {
            run.begin(resume);
            return run;
        } catch (RuntimeException | Error failure) {
            run.close();
            throw failure;
        }
    }

    /** Returns whether a folder holds a run that was started. */
    public static boolean holdsRun(Path folder) {
        return Files.exists(folder.resolve(RUN_FILE));
    }

    public Path folder() {
        return folder;
    }

    /** Returns the file for {@link dev.lichen.training.listener listeners} that write a line a step. */
    public Path metricsFile() {
        return folder.resolve("metrics.jsonl");
    }

    public Path samplesFile() {
        return folder.resolve("samples.jsonl");
    }

    /** Returns the folder for the result; it is there when the run is done. */
    public Path modelFolder() {
        return folder.resolve("model");
    }

    /** Returns the run's checkpoints, of which the last few are kept. */
    public CheckpointStore checkpoints(int keepLast) {
        return new CheckpointStore(checkpointFolder(), keepLast);
    }

    /**
     * Runs the training and writes into {@code run.json} how it ended, whatever happens.
     *
     * @return the training's outcome; what it throws is recorded and passed on
     */
    public Outcome record(Supplier<Outcome> training) {
        try {
            Outcome outcome = training.get();
            end(outcome);
            return outcome;
        } catch (RuntimeException | Error failure) {
            recordFailure(failure);
            throw failure;
        }
    }

    @Override
    public void close() {
        lock.close();
    }

    private void begin(boolean resume) {
        boolean started = holdsRun(folder);
        if (resume && started) {
            new ResumeCheck(folder, description).requireSameRun();
            shortenLines();
        } else if (!isVacant()) {
            throw new RunDirectoryException(
                    folder,
                    started
                            ? "it holds a run (%s); add --resume to go on with it, or choose another folder"
                                    .formatted(RunRecord.read(folder).state().text())
                            : "it is not empty and holds no run; choose another folder");
        }
        List<String> earlierStarts = started ? RunRecord.read(folder).started() : List.of();
        AtomicWrite.file(
                folder.resolve(CONFIG_FILE), path -> Files.writeString(path, Configs.write(description.config())));
        Json.write(folder.resolve(RUN_FILE), RunRecord.starting(description, earlierStarts, now()));
    }

    private void shortenLines() {
        long step = checkpoints(Integer.MAX_VALUE)
                .latest()
                .map(SavedCheckpoint::stepsDone)
                .orElse(0L);
        new AppendedLines(metricsFile()).keepUpTo(step);
        new AppendedLines(samplesFile()).keepUpTo(step);
    }

    private void end(Outcome outcome) {
        switch (outcome) {
            case DONE -> end(RunState.DONE, "every step is done");
            case INTERRUPTED -> end(RunState.INTERRUPTED, "asked to stop");
        }
    }

    private void recordFailure(Throwable failure) {
        String what =
                failure instanceof LichenException ? "" : failure.getClass().getSimpleName() + ": ";
        try {
            end(RunState.FAILED, what + failure.getMessage());
        } catch (LichenException unwritable) {
            failure.addSuppressed(unwritable);
        }
    }

    private void end(RunState state, String reason) {
        Json.write(folder.resolve(RUN_FILE), RunRecord.read(folder).ending(state, now(), reason));
    }

    private boolean isVacant() {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.allMatch(RunDirectory::isOfUnstartedRun);
        } catch (IOException e) {
            throw new FileAccessException("read", folder, e);
        }
    }

    /** A process killed in its first moments leaves its lock and perhaps its configuration. */
    private static boolean isOfUnstartedRun(Path path) {
        String name = String.valueOf(path.getFileName());
        boolean halfWritten = name.startsWith("." + CONFIG_FILE) || name.startsWith("." + RUN_FILE);
        return RunLock.isLockFile(path) || name.equals(CONFIG_FILE) || halfWritten;
    }

    private Path checkpointFolder() {
        return folder.resolve("checkpoints");
    }

    private String now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private static void createFolders(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new FileAccessException("create", folder, e);
        }
    }
}
