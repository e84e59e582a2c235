package dev.lichen.cli.jobs;

import dev.lichen.LichenException;
import dev.lichen.annotation.job.JobCommand;
import dev.lichen.annotation.job.JobEstimate;
import dev.lichen.annotation.job.StageSetting;
import dev.lichen.annotation.job.StageSettings;
import dev.lichen.annotation.project.DataSize;
import dev.lichen.cli.align.AlignConfig;
import dev.lichen.cli.candidates.CandidatesConfig;
import dev.lichen.cli.evaluate.EvaluationConfig;
import dev.lichen.cli.uncertainty.UncertaintyConfig;
import dev.lichen.lm.checkpoint.HuggingFaceConfig;
import dev.lichen.ppo.PpoConfig;
import dev.lichen.rewardmodel.RewardConfig;
import dev.lichen.sft.SftConfig;
import dev.lichen.training.config.ConfigException;
import dev.lichen.training.config.Configs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Describes, checks and estimates the settings of jobs by the stages' own configuration records. */
public final class StageForms implements StageSettings {

    private static final String CANDIDATE = "candidate";

    /** What a comparison takes beside its configuration. */
    private static final List<StageSetting> COMPARED = List.of(
            file(CANDIDATE, "folder of the new model"),
            file("baseline", "folder of the model that it is compared with"),
            file("reward", "folder of the reward model that judges"),
            file("prompts.file", "file of prompts held out from training"));

    @Override
    public List<StageSetting> describe(JobCommand command) {
        Set<String> hidden = command == JobCommand.ALIGN ? AlignConfig.SET_BY_THE_LINE : Set.of();
        Stream<StageSetting> keys = Configs.describe(defaults(command)).stream()
                .filter(key -> !hidden.contains(key.path()))
                .map(key -> new StageSetting(key.path(), key.type(), key.value(), key.doc()));
        return Stream.concat(files(command).stream(), keys).toList();
    }

    @Override
    public Optional<String> refusal(JobCommand command, Map<String, String> settings) {
        Optional<String> missing = files(command).stream()
                .map(StageSetting::key)
                .filter(key -> settings.getOrDefault(key, "").isBlank())
                .findFirst();
        if (missing.isPresent()) {
            return missing.map(key -> key + " is missing: expected a path");
        }
        try {
            requireRoom(resolve(command, settings), settings);
            return Optional.empty();
        } catch (ConfigException refusal) {
            return Optional.of(String.valueOf(refusal.getMessage()));
        }
    }

    @Override
    public Optional<JobEstimate> estimate(JobCommand command, Map<String, String> settings, DataSize data) {
        try {
            return Optional.of(
                    StageWork.of(resolve(command, settings), settings, data).estimate());
        } catch (LichenException unknown) {
            return Optional.empty(); // settings that are refused, or no model yet
        }
    }

    /** What would be refused in the middle of a job is refused before it, where the model is there to be asked. */
    private static void requireRoom(Record config, Map<String, String> settings) {
        switch (config) {
            case AlignConfig line when isThere(line.model()) -> line.requireRoom();
            case PpoConfig ppo
            when isThere(ppo.models().policy()) -> {
                Path policy = ppo.models().policy();
                ppo.rollout()
                        .requireRoom(
                                "", "policy " + policy, StageWork.size(policy).maximumLength());
            }
            case EvaluationConfig comparison
            when isThere(candidate(settings)) -> {
                Path model = candidate(settings);
                comparison.requireRoom(
                        "", "model " + model, StageWork.size(model).maximumLength());
            }
            default -> {
                // nothing to fit
            }
        }
    }

    private static Path candidate(Map<String, String> settings) {
        return Path.of(settings.getOrDefault(CANDIDATE, ""));
    }

    private static boolean isThere(Path model) {
        return Files.isRegularFile(model.resolve(HuggingFaceConfig.FILE));
    }

    private static Record resolve(JobCommand command, Map<String, String> settings) {
        List<String> own = files(command).stream().map(StageSetting::key).toList();
        List<String> assignments = settings.entrySet().stream()
                .filter(entry -> !own.contains(entry.getKey()))
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toList();
        return Configs.resolve(defaults(command), List.of(), assignments);
    }

    private static List<StageSetting> files(JobCommand command) {
        return command == JobCommand.EVALUATE ? COMPARED : List.of();
    }

    private static StageSetting file(String key, String documentation) {
        return new StageSetting(key, "a path", "", documentation);
    }

    private static Record defaults(JobCommand command) {
        return switch (command) {
            case SFT -> SftConfig.defaults();
            case REWARD -> RewardConfig.defaults();
            case PPO -> PpoConfig.defaults();
            case ALIGN -> AlignConfig.defaults();
            case CANDIDATES -> CandidatesConfig.defaults();
            case UNCERTAINTY -> UncertaintyConfig.defaults();
            case EVALUATE -> EvaluationConfig.defaults();
        };
    }
}
