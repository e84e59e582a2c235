package dev.lichen.ppo;

import dev.lichen.training.RunConfig;
import dev.lichen.training.config.Doc;
import dev.lichen.training.config.Require;

/**
 * Sets a PPO run.
 *
 * @param seed all random numbers derive from it
 * @param steps how often responses are sampled and learned from
 * @param models what it begins with
 * @param rollout how the policy is asked
 * @param score how scores become rewards
 * @param advantage how advantages are estimated
 * @param update how policy and critic learn
 * @param run checkpoints, evaluations and samples
 */
public record PpoConfig(
        @Doc("seed that all random numbers derive from") long seed,

        @Doc("how often responses are sampled and learned from, at least 1")
        long steps,

        @Doc("what it begins with") PpoModels models,

        @Doc("how the policy is asked") RolloutConfig rollout,

        @Doc("how scores become rewards") ScoreConfig score,

        @Doc("how advantages are estimated") AdvantageConfig advantage,

        @Doc("how policy and critic learn") UpdateConfig update,

        @Doc("checkpoints, evaluations and samples") RunConfig run) {

    public PpoConfig {
        Require.positive("steps", steps);
        Require.divides(
                "update.minibatches",
                update.minibatches(),
                "rollout.promptsPerStep times rollout.answersPerPrompt",
                rollout.responsesPerStep());
    }

    /** Returns 100 steps with the usual settings. */
    public static PpoConfig defaults() {
        return new PpoConfig(
                1,
                100,
                PpoModels.defaults(),
                RolloutConfig.defaults(),
                ScoreConfig.defaults(),
                AdvantageConfig.defaults(),
                UpdateConfig.defaults(),
                RunConfig.defaults());
    }
}
