package dev.lichen.annotation.job;

import dev.lichen.annotation.job.Job.ProcessMark;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Starts, finds and stops the processes of jobs; they outlive the app.
 *
 * <p>A terminal sends what Ctrl-C and its own end send to all processes that were started from it, so jobs are started deaf
 * to these two signals, which a program that is executed in a shell's place inherits. The shell first writes its number, which
 * the program keeps, beside the run folder: so an app that was killed before it noted the process finds it later.
 */
final class JobProcesses {

    private static final List<String> DEAF_TO_THE_TERMINAL =
            List.of("sh", "-c", "trap '' INT HUP; echo $$ > \"$0\"; exec \"$@\"");

    /** A process begins before it writes its number; the system counts its time in hundredths of a second. */
    private static final Duration IMPRECISION = Duration.ofSeconds(1);

    private static final boolean IS_POSIX = File.separatorChar == '/';

    private final List<String> program;

    /**
     * Creates the starter.
     *
     * @param program the words that start {@code lichen}; empty where the app starts no jobs
     */
    JobProcesses(List<String> program) {
        this.program = List.copyOf(program);
    }

    /** Starts a process whose output goes to the run's log; none of it goes through the app. */
    ProcessMark start(List<String> arguments, RunFolder folder) {
        if (program.isEmpty()) {
            throw new JobException("This app was started without the program that runs jobs");
        }
        // A shell would start and then say in the log that there is no such program; the system refuses to start it.
        List<String> words = new ArrayList<>();
        if (IS_POSIX && new ProgramFile(program.getFirst()).isThere()) {
            words.addAll(DEAF_TO_THE_TERMINAL);
            words.add(folder.processFile().toString());
        }
        words.addAll(program);
        words.addAll(arguments);
        folder.createParent();
        try {
            Process process = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(folder.log().toFile()))
                    .start();
            process.getOutputStream().close();
            return new ProcessMark(process.pid(), startOf(process.toHandle()));
        } catch (IOException e) {
            throw new JobException("Cannot start " + String.join(" ", words) + ": " + e.getMessage(), e);
        }
    }

    /** Returns the process that was started for a run and has not ended, whoever started it. */
    Optional<ProcessMark> underWay(RunFolder folder) {
        return folder.lastProcess()
                .flatMap(written -> ProcessHandle.of(written.id())
                        .filter(ProcessHandle::isAlive)
                        .map(handle -> new ProcessMark(written.id(), startOf(handle)))
                        .filter(mark ->
                                !mark.startedAt().isAfter(written.startedAt().plus(IMPRECISION))));
    }

    boolean isAlive(ProcessMark mark) {
        return find(mark).isPresent();
    }

    /** Asks a process to stop (SIGTERM): it finishes its step, writes a checkpoint and ends. */
    void askToStop(ProcessMark mark) {
        find(mark).ifPresent(ProcessHandle::destroy);
    }

    /** A number that another process has got since is not found, and a process that ended and was not reaped neither. */
    private static Optional<ProcessHandle> find(ProcessMark mark) {
        return ProcessHandle.of(mark.id())
                .filter(ProcessHandle::isAlive)
                .filter(handle -> startOf(handle).equals(mark.startedAt()));
    }

    private static Instant startOf(ProcessHandle handle) {
        return handle.info().startInstant().orElse(Instant.EPOCH).truncatedTo(ChronoUnit.MILLIS);
    }
}
