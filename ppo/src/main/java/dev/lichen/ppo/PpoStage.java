package dev.lichen.ppo;

import dev.lichen.lm.checkpoint.AtomicWrite;
import dev.lichen.lm.checkpoint.ModelContents;
import dev.lichen.lm.checkpoint.ModelFolder;
import dev.lichen.lm.checkpoint.ModelKind;
import dev.lichen.lm.rendering.ConversationRenderer;
import dev.lichen.lm.tokenizer.HuggingFaceTokenizer;
import dev.lichen.lm.tokenizer.Tokenizer;
import dev.lichen.lm.transformer.CausalLanguageModel;
import dev.lichen.lm.transformer.ParameterSet;
import dev.lichen.lm.transformer.ScalarModel;
import dev.lichen.rewardmodel.RenderingFingerprint;
import dev.lichen.rewardmodel.RewardModel;
import dev.lichen.training.ContentHash;
import dev.lichen.training.Outcome;
import dev.lichen.training.RandomStreams;
import dev.lichen.training.RunDirectory;
import dev.lichen.training.StageEnvironment;
import dev.lichen.training.config.ConfigException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Aligns a policy with a reward: the entry of the stage {@code ppo}.
 *
 * <p>Policy and reference begin as the fine-tuned model. With a reward model the critic begins as that; with a rule it
 * begins as the policy's body with a new head.
 */
public final class PpoStage {

    /** The stage's name in run folders. */
    public static final String NAME = "ppo";

    /** The folder of the trained critic within the run folder. */
    public static final String CRITIC = "critic";

    private final PpoConfig config;
    private final StageEnvironment environment;
    private final RandomStreams streams;

    private PpoStage(PpoConfig config, StageEnvironment environment) {
        this.config = config;
        this.environment = environment;
        this.streams = new RandomStreams(config.seed());
    }

    /** Runs the stage with the reward model of the configuration; when it is done, the run folder holds the policy. */
    public static Outcome run(PpoConfig config, StageEnvironment environment) {
        Path reward = config.models().reward();
        if (reward == null) {
            throw new ConfigException("models.reward is missing; give the folder of a reward model");
        }
        PpoStage stage = new PpoStage(config, environment);
        try (RunDirectory run = stage.open()) {
            return run.record(() -> stage.train(run, reward));
        }
    }

    /** Runs the stage with a rule in the place of a reward model; the configuration names none. */
    public static Outcome run(PpoConfig config, RewardFunction rule, StageEnvironment environment) {
        if (config.models().reward() != null) {
            throw new IllegalArgumentException("a rule takes the place of the reward model "
                    + config.models().reward());
        }
        PpoStage stage = new PpoStage(config, environment);
        try (RunDirectory run = stage.open()) {
            return run.record(() -> stage.train(run, rule));
        }
    }

    private RunDirectory open() {
        Map<String, String> hashes = new TreeMap<>();
        hashes.put("policy", ContentHash.of(config.models().policy()));
        hashes.put("prompts", ContentHash.of(config.rollout().prompts()));
        if (config.models().reward() != null) {
            hashes.put("reward", ContentHash.of(config.models().reward()));
        }
        if (config.rollout().evaluationPrompts() != null) {
            hashes.put("evaluation prompts", ContentHash.of(config.rollout().evaluationPrompts()));
        }
        return environment.open(NAME, config, config.seed(), hashes);
    }

    private Outcome train(RunDirectory run, Path reward) {
        ModelFolder files = RewardModel.requireRewardModel(reward);
        try (RewardModel model = RewardModel.open(reward, environment.compute());
                ScalarModel critic = ScalarModel.load(reward, environment.compute());
                Tokenizer tokenizer = HuggingFaceTokenizer.open(config.models().policy())) {
            model.requireRendering(RenderingFingerprint.of(tokenizer, ConversationRenderer.of(tokenizer)));
            config.rollout()
                    .requireRoom("", "reward model " + reward, files.config().maximumLength());
            return train(run, new Critic(critic, files), new RewardModelFunction(model));
        }
    }

    private Outcome train(RunDirectory run, RewardFunction rule) {
        ModelFolder files = ModelFolder.open(config.models().policy());
        try (ScalarModel critic = ScalarModel.onBody(
                files.config(), environment.compute(), files.weights(), streams.seed("head", 0, 0))) {
            return train(run, new Critic(critic, files), rule);
        }
    }

    private Outcome train(RunDirectory run, Critic critic, RewardFunction reward) {
        Path folder = config.models().policy();
        ModelFolder files = ModelFolder.open(folder);
        config.rollout().requireRoom("", "policy " + folder, files.config().maximumLength());
        try (Tokenizer tokenizer = HuggingFaceTokenizer.open(folder);
                CausalLanguageModel policy = CausalLanguageModel.load(folder, environment.compute());
                CausalLanguageModel reference = CausalLanguageModel.loadFrozen(folder, environment.compute())) {
            PpoActors actors = new PpoActors(policy, reference, critic.model(), reward);
            Outcome outcome = new PpoRun(config, environment, streams).train(run, actors, tokenizer);
            if (outcome == Outcome.DONE) {
                save(run.modelFolder(), files, ModelKind.LANGUAGE_MODEL, policy.parameters(), files.companions());
                save(
                        run.folder().resolve(CRITIC),
                        critic.files(),
                        ModelKind.SCALAR_MODEL,
                        critic.model().parameters(),
                        critic.files().companions());
            }
            return outcome;
        }
    }

    /**
     * The critic and where it came from.
     *
     * @param model what learns
     * @param files what it began as
     */
    private record Critic(ScalarModel model, ModelFolder files) {}

    private static void save(
            Path folder, ModelFolder origin, ModelKind kind, ParameterSet weights, AtomicWrite.PathWriter companions) {
        ModelFolder.write(
                folder,
                ModelContents.of(origin.huggingFaceConfig(), kind, weights.source())
                        .with(companions));
    }
}
