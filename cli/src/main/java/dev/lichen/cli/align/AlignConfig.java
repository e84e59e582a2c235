package dev.lichen.cli.align;

import dev.lichen.cli.evaluate.EvaluationConfig;
import dev.lichen.cli.pipeline.LineFolders;
import dev.lichen.lm.checkpoint.HuggingFaceConfig;
import dev.lichen.ppo.PpoConfig;
import dev.lichen.ppo.PpoModels;
import dev.lichen.ppo.RolloutConfig;
import dev.lichen.rewardmodel.RewardConfig;
import dev.lichen.rewardmodel.RewardData;
import dev.lichen.sft.SftConfig;
import dev.lichen.sft.SftData;
import dev.lichen.training.config.Doc;
import java.nio.file.Path;
import java.util.Set;

/**
 * Sets a line of stages on a model and rankings.
 *
 * <p>The sections {@code sft}, {@code reward} and {@code ppo} are those of the stages themselves; the line puts the models
 * and files that they read in place, whatever the sections say of them.
 *
 * @param name what the report calls the line
 * @param model the folder of the model to align
 * @param data what people wrote and ranked
 * @param sft fine-tuning
 * @param reward the reward model
 * @param ppo the policy
 * @param evaluation the comparison on held-out prompts
 */
public record AlignConfig(
        @Doc("what the report calls the line") String name,

        @Doc("folder of the model to align") Path model,

        @Doc("what people wrote and ranked") AlignData data,

        @Doc("fine-tuning; its model and files are set by the line")
        SftConfig sft,

        @Doc("reward model; its model and files are set by the line")
        RewardConfig reward,

        @Doc("PPO; its models and prompts are set by the line")
        PpoConfig ppo,

        @Doc("comparison on held-out prompts") EvaluationConfig evaluation) {

    /** What the line puts in place itself, whatever is given for it. */
    public static final Set<String> SET_BY_THE_LINE = Set.of(
            "sft.model",
            "sft.data.demonstrations",
            "sft.data.validation",
            "reward.model",
            "reward.data.rankings",
            "reward.data.validation",
            "reward.data.validationFraction",
            "reward.data.demonstrations",
            "ppo.models.policy",
            "ppo.models.reward",
            "ppo.rollout.prompts",
            "ppo.rollout.evaluationPrompts");

    /** Returns every section's own defaults. */
    public static AlignConfig defaults() {
        return new AlignConfig(
                "alignment",
                Path.of("models/base"),
                AlignData.defaults(),
                SftConfig.defaults(),
                RewardConfig.defaults(),
                PpoConfig.defaults(),
                EvaluationConfig.defaults());
    }

    /**
     * Checks, before anything is trained, that prompts and responses of PPO and of the comparison fit into the model.
     *
     * @throws dev.lichen.training.config.ConfigException if they do not
     * @throws dev.lichen.LichenException if the model cannot be read
     */
    public void requireRoom() {
        int maximumLength = HuggingFaceConfig.read(model.resolve(HuggingFaceConfig.FILE))
                .transformer()
                .maximumLength();
        ppo.rollout().requireRoom("ppo.", "model " + model, maximumLength);
        evaluation.requireRoom("evaluation.", "model " + model, maximumLength);
    }

    /** Returns the same with the models and files of a line's folder in place. */
    public AlignConfig in(LineFolders folders) {
        return new AlignConfig(name, model, data, sftIn(folders), rewardIn(folders), ppoIn(folders), evaluation);
    }

    private SftConfig sftIn(LineFolders folders) {
        SftData files = new SftData(
                folders.demonstrations(),
                null,
                sft.data().validationFraction(),
                sft.data().maximumTokens());
        return new SftConfig(sft.seed(), model, files, sft.epochs(), sft.batch(), sft.optimizer(), sft.run());
    }

    private RewardConfig rewardIn(LineFolders folders) {
        RewardData files = new RewardData(
                folders.rankings(),
                folders.heldOutRankings(),
                0,
                reward.data().grouping(),
                folders.demonstrations(),
                reward.data().maximumTokens());
        return new RewardConfig(
                reward.seed(),
                folders.model("sft"),
                files,
                reward.objective(),
                reward.epochs(),
                reward.batch(),
                reward.optimizer(),
                reward.run());
    }

    private PpoConfig ppoIn(LineFolders folders) {
        RolloutConfig given = ppo.rollout();
        RolloutConfig rollout = new RolloutConfig(
                folders.trainingPrompts(),
                null,
                given.promptsPerStep(),
                given.answersPerPrompt(),
                given.maximumPromptTokens(),
                given.maximumNewTokens(),
                given.temperature());
        return new PpoConfig(
                ppo.seed(),
                ppo.steps(),
                new PpoModels(folders.model("sft"), folders.model("reward")),
                rollout,
                ppo.score(),
                ppo.advantage(),
                ppo.update(),
                ppo.run());
    }
}
