package dev.lichen.ppo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.datasets.Message;
import dev.lichen.datasets.Prompt;
import dev.lichen.datasets.Ranking;
import dev.lichen.datasets.files.DataFiles;
import dev.lichen.lm.checkpoint.CheckpointException;
import dev.lichen.lm.checkpoint.ModelFolder;
import dev.lichen.lm.transformer.ScalarModel;
import dev.lichen.rewardmodel.RewardConfig;
import dev.lichen.rewardmodel.RewardStage;
import dev.lichen.training.Outcome;
import dev.lichen.training.StageEnvironment;
import dev.lichen.training.StageRuns;
import dev.lichen.training.TinyModelFolders;
import dev.lichen.training.config.Configs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs PPO against a reward model that was trained on rankings, both of a few thousand weights. */
class PpoWithRewardModelTest {

    @TempDir
    Path folder;

    private Path base;
    private Path reward;
    private Path prompts;

    @BeforeEach
    void trainRewardModel() {
        base = TinyModelFolders.writeLanguageModel(folder.resolve("base"), 5);
        prompts = folder.resolve("prompts.jsonl");
        DataFiles.write(
                prompts,
                IntStream.range(0, 8).mapToObj(i -> Prompt.of("say " + i)).toList());
        Path rankings = folder.resolve("rankings.jsonl");
        DataFiles.write(
                rankings,
                IntStream.range(0, 24)
                        .mapToObj(i -> Ranking.pair(List.of(Message.user("say " + i)), "eeee" + i, "abcd" + i))
                        .toList());
        RewardConfig config = Configs.resolve(
                RewardConfig.defaults(),
                List.of(),
                List.of(
                        "model=" + base,
                        "data.rankings=" + rankings,
                        "data.validationFraction=0",
                        "data.maximumTokens=80",
                        "batch.size=8",
                        "epochs=2",
                        "optimizer.learningRate=0.005"));
        StageEnvironment environment = StageEnvironment.quiet(folder.resolve("reward"));
        assertEquals(Outcome.DONE, RewardStage.run(config, environment));
        reward = folder.resolve("reward/model");
    }

    @Test
    void criticBeginsAsTheRewardModelAndLearnsOn() {
        assertEquals(Outcome.DONE, PpoStage.run(config(2), StageEnvironment.quiet(folder.resolve("ppo"))));
        float[] before = head(reward);
        float[] after = head(folder.resolve("ppo/critic"));
        double distance = 0;
        for (int i = 0; i < before.length; i++) {
            distance = Math.max(distance, Math.abs(before[i] - after[i]));
        }
        assertTrue(distance > 0 && distance < 0.1, "largest change of the head: " + distance);
    }

    @Test
    void resumedRunEqualsTheUninterrupted() throws IOException {
        PpoConfig config = config(4);
        StageRuns.assertResumesExactly(folder, 2, environment -> PpoStage.run(config, environment));
        assertArrayEquals(head(folder.resolve("whole/critic")), head(folder.resolve("broken/critic")));
    }

    @Test
    void rewardModelOfAnotherTemplateIsRefused() throws IOException {
        Path file = reward.resolve("lichen.json");
        Files.writeString(
                file, Files.readString(file).replaceAll("\"rendering\" : \"[^\"]*\"", "\"rendering\" : \"0\""));
        CheckpointException refusal = assertThrows(
                CheckpointException.class,
                () -> PpoStage.run(config(1), StageEnvironment.quiet(folder.resolve("ppo"))));
        assertTrue(refusal.getMessage().contains("tokenizer and chat template of both must be the same"));
    }

    @Test
    void languageModelIsNoRewardModel() {
        PpoConfig wrong = Configs.resolve(config(1), List.of(), List.of("models.reward=" + base));
        assertThrows(
                CheckpointException.class, () -> PpoStage.run(wrong, StageEnvironment.quiet(folder.resolve("ppo"))));
    }

    private PpoConfig config(int steps) {
        return Configs.resolve(
                PpoConfig.defaults(),
                List.of(),
                List.of(
                        "steps=" + steps,
                        "models.policy=" + base,
                        "models.reward=" + reward,
                        "rollout.prompts=" + prompts,
                        "rollout.promptsPerStep=8",
                        "rollout.maximumPromptTokens=60",
                        "rollout.maximumNewTokens=8",
                        "score.scaling=deviation",
                        "score.kl.kind=adaptive",
                        "update.epochs=2",
                        "update.policy.learningRate=0.001",
                        "update.critic.learningRate=0.001",
                        "run.sampleInterval=1"));
    }

    private static float[] head(Path model) {
        return ModelFolder.open(model).weights().read(ScalarModel.HEAD_WEIGHT).toArray();
    }
}
