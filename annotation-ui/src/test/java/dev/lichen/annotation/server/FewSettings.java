package dev.lichen.annotation.server;

import dev.lichen.annotation.job.JobCommand;
import dev.lichen.annotation.job.JobEstimate;
import dev.lichen.annotation.job.StageSetting;
import dev.lichen.annotation.job.StageSettings;
import dev.lichen.annotation.project.DataSize;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stands in for the stages' settings: a handful for every command, of which a number of passes must be positive. */
public final class FewSettings implements StageSettings {

    private static final long MEBIBYTE = 1L << 20;

    @Override
    public List<StageSetting> describe(JobCommand command) {
        return List.of(
                new StageSetting("model", "a path", "models/sft", "folder of the model to start from"),
                new StageSetting("data.rankings", "a path", "data/rankings.jsonl", "file of rankings"),
                new StageSetting("epochs", "a number", "1.0", "passes over the data, greater than 0"),
                new StageSetting("run.sampleInterval", "a whole number", "10", "steps between samples"));
    }

    @Override
    public Optional<String> refusal(JobCommand command, Map<String, String> settings) {
        String epochs = settings.getOrDefault("epochs", "1.0");
        return epochs.startsWith("-") ? Optional.of("epochs must be positive, was " + epochs) : Optional.empty();
    }

    @Override
    public Optional<JobEstimate> estimate(JobCommand command, Map<String, String> settings, DataSize data) {
        return Optional.of(new JobEstimate(30, 600, 700 * MEBIBYTE, 1_000_000));
    }
}
