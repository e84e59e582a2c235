package dev.lichen.training;

import dev.lichen.FileAccessException;
import dev.lichen.training.config.Configs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Checks that the run about to be resumed is the one that the folder holds, for otherwise the two would mix. */
final class ResumeCheck {

    private final Path folder;
    private final RunDescription now;

    ResumeCheck(Path folder, RunDescription now) {
        this.folder = folder;
        this.now = now;
    }

    /**
     * Compares stage, configuration and inputs.
     *
     * @throws RunDirectoryException if one differs, naming what
     */
    void requireSameRun() {
        RunRecord earlier = RunRecord.read(folder);
        if (!earlier.stage().equals(now.stage())) {
            throw fault("found a run of %s, expected one of %s".formatted(earlier.stage(), now.stage()));
        }
        requireNone(
                Configs.differences(earlierConfig(), now.config()),
                "to resume, the configuration must be the one it began with; changed (before, now): ");
        requireNone(changedInputs(earlier.hashes()), "to resume, what it reads must be unchanged; changed: ");
    }

    private void requireNone(List<String> changed, String rule) {
        if (!changed.isEmpty()) {
            throw fault(rule + String.join("; ", changed));
        }
    }

    private List<String> changedInputs(Map<String, String> earlier) {
        return Stream.concat(earlier.keySet().stream(), now.hashes().keySet().stream())
                .distinct()
                .filter(name ->
                        !earlier.getOrDefault(name, "").equals(now.hashes().get(name)))
                .toList();
    }

    private Record earlierConfig() {
        Path file = folder.resolve(RunDirectory.CONFIG_FILE);
        try {
            return Configs.parse(now.config(), Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new FileAccessException("read", file, e);
        }
    }

    private RunDirectoryException fault(String fault) {
        return new RunDirectoryException(folder, fault);
    }
}
