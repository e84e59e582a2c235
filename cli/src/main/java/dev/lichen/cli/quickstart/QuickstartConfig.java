package dev.lichen.cli.quickstart;

import dev.lichen.cli.evaluate.EvaluationConfig;
import dev.lichen.cli.pipeline.LineFolders;
import dev.lichen.datasets.split.Grouping;
import dev.lichen.ppo.AdvantageConfig;
import dev.lichen.ppo.ClipConfig;
import dev.lichen.ppo.KlConfig;
import dev.lichen.ppo.KlEstimator;
import dev.lichen.ppo.KlKind;
import dev.lichen.ppo.MissingEndPenalty;
import dev.lichen.ppo.PpoConfig;
import dev.lichen.ppo.PpoModels;
import dev.lichen.ppo.RolloutConfig;
import dev.lichen.ppo.ScoreConfig;
import dev.lichen.ppo.ScoreScaling;
import dev.lichen.ppo.UpdateConfig;
import dev.lichen.rewardmodel.RewardConfig;
import dev.lichen.rewardmodel.RewardData;
import dev.lichen.rewardmodel.RewardObjective;
import dev.lichen.sft.ModelShape;
import dev.lichen.sft.PretrainConfig;
import dev.lichen.sft.PretrainData;
import dev.lichen.sft.PretrainStart;
import dev.lichen.sft.SftConfig;
import dev.lichen.sft.SftData;
import dev.lichen.training.AdamWConfig;
import dev.lichen.training.BatchShape;
import dev.lichen.training.OptimizerConfig;
import dev.lichen.training.RunConfig;
import dev.lichen.training.config.Doc;
import dev.lichen.training.schedule.ScheduleConfig;
import dev.lichen.training.schedule.ScheduleKind;
import java.util.List;

/**
 * Sets a quickstart run: the world and every stage.
 *
 * @param seed the world, its people and the evaluation derive from it; each stage has a seed of its own
 * @param world how much of the world there is
 * @param pretrain the base model
 * @param sft fine-tuning
 * @param reward the reward model
 * @param ppo the policy
 * @param evaluation the comparison on held-out questions
 */
public record QuickstartConfig(
        @Doc("seed of the world, its people and the evaluation; each stage has a seed of its own")
        long seed,

        @Doc("how much of the world there is") WorldSizes world,

        @Doc("base model") PretrainConfig pretrain,

        @Doc("fine-tuning") SftConfig sft,

        @Doc("reward model") RewardConfig reward,

        @Doc("policy") PpoConfig ppo,

        @Doc("comparison on held-out questions") EvaluationConfig evaluation) {

    private static final int CONTEXT = 192;
    private static final int WARM_UP = 20;
    private static final double KL_COEFFICIENT = 0.1;
    private static final int TOKENS_AT_ONCE = 2048;

    /** Returns the settings of a run in a folder, every stage's seed derived from one. */
    public static QuickstartConfig defaults(LineFolders folders, long seed) {
        return new QuickstartConfig(
                seed,
                WorldSizes.defaults(),
                pretrain(folders, seed),
                sft(folders, seed),
                reward(folders, seed),
                ppo(folders, seed),
                new EvaluationConfig(300, List.of(seed + 1000, seed + 2000), 1, 64, 6));
    }

    private static PretrainConfig pretrain(LineFolders folders, long seed) {
        return new PretrainConfig(
                seed,
                new PretrainStart(null, folders.tokenizer(), new ModelShape(128, 4, 4, 2, 352, CONTEXT)),
                new PretrainData(folders.text(), null, CONTEXT),
                2,
                batches(16),
                optimizer(3e-3),
                run());
    }

    private static SftConfig sft(LineFolders folders, long seed) {
        return new SftConfig(
                seed,
                folders.model("pretrain"),
                new SftData(folders.demonstrations(), null, 0.03, CONTEXT),
                3,
                batches(32),
                optimizer(2e-3),
                run());
    }

    private static RewardConfig reward(LineFolders folders, long seed) {
        return new RewardConfig(
                seed,
                folders.model("sft"),
                new RewardData(
                        folders.rankings(),
                        folders.heldOutRankings(),
                        0,
                        Grouping.PROMPT,
                        folders.demonstrations(),
                        CONTEXT),
                RewardObjective.defaults(),
                2,
                batches(16),
                optimizer(5e-4),
                run());
    }

    private static PpoConfig ppo(LineFolders folders, long seed) {
        return new PpoConfig(
                seed,
                50,
                new PpoModels(folders.model("sft"), folders.model("reward")),
                new RolloutConfig(folders.trainingPrompts(), null, 64, 1, 64, 64, 1),
                new ScoreConfig(
                        ScoreScaling.NONE,
                        0,
                        MissingEndPenalty.Mode.SUBTRACT,
                        1,
                        false,
                        new KlConfig(KlKind.FIXED, KL_COEFFICIENT, 6, 10_000, KlEstimator.K1)),
                AdvantageConfig.defaults(),
                new UpdateConfig(
                        2,
                        2,
                        TOKENS_AT_ONCE,
                        2,
                        0,
                        ClipConfig.defaults(),
                        OptimizerConfig.of(3e-4),
                        OptimizerConfig.of(5e-4)),
                run());
    }

    private static OptimizerConfig optimizer(double learningRate) {
        return new OptimizerConfig(
                learningRate, new ScheduleConfig(ScheduleKind.COSINE, WARM_UP, 0.1), AdamWConfig.defaults());
    }

    private static BatchShape batches(int size) {
        return new BatchShape(size, TOKENS_AT_ONCE, 4);
    }

    private static RunConfig run() {
        return new RunConfig(50, 1, 100, 10);
    }
}
