package dev.lichen.annotation.job;

import dev.lichen.annotation.project.DataSize;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Knows the settings of the commands that jobs run; whoever starts the app supplies it, since the stages themselves are no
 * part of the app.
 */
public interface StageSettings {

    /** Returns every setting of a command with its default, in the order of the command's own description. */
    List<StageSetting> describe(JobCommand command);

    /** Returns why a command would refuse settings that overlay its defaults; nothing if it would take them. */
    Optional<String> refusal(JobCommand command, Map<String, String> settings);

    /** Returns what a job would take; nothing where the model cannot be read. */
    Optional<JobEstimate> estimate(JobCommand command, Map<String, String> settings, DataSize data);

    /** Returns settings of which nothing is known: for an app that starts no jobs. */
    static StageSettings unknown() {
        return new StageSettings() {
            @Override
            public List<StageSetting> describe(JobCommand command) {
                return List.of();
            }

            @Override
            public Optional<String> refusal(JobCommand command, Map<String, String> settings) {
                return Optional.empty();
            }

            @Override
            public Optional<JobEstimate> estimate(JobCommand command, Map<String, String> settings, DataSize data) {
                return Optional.empty();
            }
        };
    }
}
