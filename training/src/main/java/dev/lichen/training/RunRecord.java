package dev.lichen.training;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Holds what {@code run.json} says; other programs read a run's state from it.
 *
 * @param state where the run stands; {@code running} with no living process means that it was killed
 * @param stage which stage it belongs to
 * @param seed the seed that all random numbers derive from
 * @param device where it computes
 * @param process the id of the process that works on it, or did last; ask it to stop with SIGTERM
 * @param versions of lichen, Java and the libraries
 * @param hashes of the data and models it reads
 * @param parents the run folders whose results it starts from
 * @param started when each process began to work on it, in UTC: the first start, then the resumptions
 * @param ended when it was interrupted, failed or done; absent while it runs
 * @param reason why it ended: the error, or that it was asked to
 */
public record RunRecord(
        RunState state,
        String stage,
        long seed,
        String device,
        long process,
        Map<String, String> versions,
        Map<String, String> hashes,
        List<String> parents,
        List<String> started,
        @Nullable String ended,
        @Nullable String reason) {

    /** Reads the record of a run folder. */
    public static RunRecord read(Path runFolder) {
        return Json.read(runFolder.resolve(RunDirectory.RUN_FILE), RunRecord.class);
    }

    /** Returns the reason for the end, absent while the run goes on. */
    public Optional<String> endReason() {
        return Optional.ofNullable(reason);
    }

    static RunRecord starting(RunDescription run, List<String> earlierStarts, String now) {
        List<String> started =
                Stream.concat(earlierStarts.stream(), Stream.of(now)).toList();
        long process = ProcessHandle.current().pid();
        return new RunRecord(
                RunState.RUNNING,
                run.stage(),
                run.seed(),
                run.device(),
                process,
                run.versions(),
                run.hashes(),
                run.parents(),
                started,
                null,
                null);
    }

    RunRecord ending(RunState end, String now, String why) {
        return new RunRecord(end, stage, seed, device, process, versions, hashes, parents, started, now, why);
    }
}
