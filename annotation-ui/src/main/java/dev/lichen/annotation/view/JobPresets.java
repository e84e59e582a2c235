package dev.lichen.annotation.view;

import dev.lichen.annotation.job.JobCommand;
import java.util.List;
import java.util.Map;

/** Starting points for the settings of a job, and which settings a form shows first. */
final class JobPresets {

    /** Whether to look, to train, or to take time. */
    enum Preset {
        TRIAL,
        USUAL,
        THOROUGH
    }

    private JobPresets() {}

    /** Returns the settings that a preset lays over the defaults. */
    static Map<String, String> of(JobCommand command, Preset preset) {
        return switch (preset) {
            case TRIAL -> trial(command);
            case USUAL -> Map.of();
            case THOROUGH -> thorough(command);
        };
    }

    private static Map<String, String> trial(JobCommand command) {
        return switch (command) {
            case SFT, REWARD -> Map.of("epochs", "0.25", "data.maximumTokens", "256");
            case PPO -> Map.of("steps", "5", "rollout.promptsPerStep", "8", "rollout.maximumNewTokens", "32");
            case ALIGN ->
                Map.of("sft.epochs", "0.25", "reward.epochs", "0.25", "ppo.steps", "5", "data.maximumRankings", "100");
            case CANDIDATES -> Map.of("maximumPrompts", "10", "maximumNewTokens", "64");
            case UNCERTAINTY -> Map.of();
            case EVALUATE -> Map.of("prompts", "20", "maximumNewTokens", "64");
        };
    }

    private static Map<String, String> thorough(JobCommand command) {
        return switch (command) {
            case SFT -> Map.of("epochs", "3.0");
            case REWARD -> Map.of("epochs", "2.0", "optimizer.learningRate", "5.0e-6", "run.evaluationInterval", "20");
            case PPO -> Map.of("steps", "300", "rollout.answersPerPrompt", "2", "run.evaluationInterval", "25");
            case ALIGN -> Map.of("ppo.steps", "300", "sft.epochs", "3.0");
            case CANDIDATES -> Map.of("answers", "7");
            case UNCERTAINTY -> Map.of();
            case EVALUATE -> Map.of("prompts", "500", "seeds", "[101, 102, 103, 104]");
        };
    }

    /** Returns the settings that most jobs are told. */
    static List<String> first(JobCommand command) {
        return switch (command) {
            case SFT -> List.of("model", "data.demonstrations", "epochs", "optimizer.learningRate");
            case REWARD ->
                List.of(
                        "model",
                        "data.rankings",
                        "epochs",
                        "optimizer.learningRate",
                        "batch.size",
                        "data.maximumTokens");
            case PPO ->
                List.of(
                        "models.policy",
                        "models.reward",
                        "rollout.prompts",
                        "steps",
                        "rollout.promptsPerStep",
                        "rollout.maximumNewTokens",
                        "score.kl.coefficient",
                        "update.policy.learningRate");
            case ALIGN ->
                List.of("model", "data.rankings", "sft.epochs", "reward.epochs", "ppo.steps", "evaluation.prompts");
            case CANDIDATES ->
                List.of("models", "prompts", "answers", "maximumPrompts", "temperature", "maximumNewTokens");
            case UNCERTAINTY -> List.of("model", "items");
            case EVALUATE -> List.of("candidate", "baseline", "reward", "prompts.file", "prompts", "maximumNewTokens");
        };
    }
}
