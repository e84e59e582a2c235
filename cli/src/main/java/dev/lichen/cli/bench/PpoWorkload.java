package dev.lichen.cli.bench;

import dev.lichen.datasets.Message;
import dev.lichen.datasets.Prompt;
import dev.lichen.datasets.files.DataFiles;
import dev.lichen.lm.checkpoint.ModelContents;
import dev.lichen.lm.checkpoint.ModelFolder;
import dev.lichen.lm.checkpoint.ModelKind;
import dev.lichen.lm.rendering.ConversationRenderer;
import dev.lichen.lm.tokenizer.HuggingFaceTokenizer;
import dev.lichen.lm.tokenizer.Tokenizer;
import dev.lichen.lm.transformer.Compute;
import dev.lichen.lm.transformer.ScalarModel;
import dev.lichen.ppo.PpoConfig;
import dev.lichen.ppo.PpoModels;
import dev.lichen.ppo.PpoStage;
import dev.lichen.ppo.RolloutConfig;
import dev.lichen.rewardmodel.RenderingFingerprint;
import dev.lichen.rewardmodel.RewardModel;
import dev.lichen.training.RunConfig;
import dev.lichen.training.StageEnvironment;
import dev.lichen.training.Step;
import dev.lichen.training.TrainingListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs whole PPO iterations as the stage does: policy, frozen reference, reward model and critic, all of the model's size;
 * 16 prompts of 36 to 96 tokens, up to 64 new tokens each, four epochs.
 *
 * @param model folder of the policy
 * @param compute device and number format
 * @param scratch an empty folder, for the reward model and the run
 */
record PpoWorkload(Path model, Compute compute, Path scratch) {
    private static final int PROMPTS = 16;
    private static final int SHORTEST = 36;
    private static final int STEP = 4;
    private static final int NEW_TOKENS = 64;

    /** Returns the median iteration of some, after one that does not count. */
    Figure measure(int runs) {
        Path reward = rewardModel();
        Path prompts = prompts();
        Durations durations = new Durations();
        PpoStage.run(
                config(reward, prompts, runs + 1),
                StageEnvironment.quiet(scratch.resolve("run"))
                        .computingOn(compute)
                        .shownBy(durations));
        return Figure.of("PPO iteration, 16 prompts, 4 epochs", durations.median(), "s", runs);
    }

    private PpoConfig config(Path reward, Path prompts, long steps) {
        PpoConfig usual = PpoConfig.defaults();
        int longest = SHORTEST + STEP * (PROMPTS - 1);
        return new PpoConfig(
                1,
                steps,
                new PpoModels(model, reward),
                new RolloutConfig(prompts, null, PROMPTS, 1, longest, NEW_TOKENS, 1),
                usual.score(),
                usual.advantage(),
                usual.update(),
                new RunConfig(0, 1, 0, 0));
    }

    /** The policy's body with a random head, which judges as slowly as a trained one. */
    private Path rewardModel() {
        Path folder = scratch.resolve("reward");
        ModelFolder policy = ModelFolder.open(model);
        try (ScalarModel scalar = ScalarModel.onBody(policy.config(), Compute.reference(), policy.weights(), 1);
                Tokenizer tokenizer = HuggingFaceTokenizer.open(model)) {
            String rendering = RenderingFingerprint.of(tokenizer, ConversationRenderer.of(tokenizer));
            ModelFolder.write(
                    folder,
                    ModelContents.of(
                                    policy.huggingFaceConfig(),
                                    ModelKind.SCALAR_MODEL,
                                    scalar.parameters().source())
                            .with(policy.companions())
                            .with(RewardModel.RENDERING, rendering));
        }
        return folder;
    }

    /** Prompts that ask for long answers, filled up to their lengths. */
    private Path prompts() {
        List<Prompt> prompts = new ArrayList<>();
        try (Tokenizer tokenizer = HuggingFaceTokenizer.open(model)) {
            ConversationRenderer renderer = ConversationRenderer.of(tokenizer);
            for (int i = 0; i < PROMPTS; i++) {
                prompts.add(prompt(renderer, i, SHORTEST + STEP * i));
            }
        }
        Path file = scratch.resolve("prompts.jsonl");
        DataFiles.write(file, prompts);
        return file;
    }

    private static Prompt prompt(ConversationRenderer renderer, int number, int tokens) {
        StringBuilder text = new StringBuilder("Tell a long story in " + (number + 10) + " parts about the sea");
        while (true) {
            String longer = text + ", the rain";
            if (renderer.renderPrompt(List.of(Message.user(longer))).size() > tokens) {
                return Prompt.of(text.toString());
            }
            text.append(", the rain");
        }
    }

    /** Hears how long each iteration took. */
    private static final class Durations implements TrainingListener {
        private final List<Double> seconds = new ArrayList<>();

        @Override
        public void onStep(Step step) {
            if (step.number() > 1) {
                seconds.add(step.duration().toMillis() / 1e3);
            }
        }

        double median() {
            return seconds.stream().sorted().toList().get(seconds.size() / 2);
        }
    }
}
