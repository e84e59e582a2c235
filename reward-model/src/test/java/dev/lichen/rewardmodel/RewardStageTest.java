package dev.lichen.rewardmodel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.datasets.Answer;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.Ranking;
import dev.lichen.datasets.Tiers;
import dev.lichen.datasets.files.DataFiles;
import dev.lichen.datasets.split.Grouping;
import dev.lichen.lm.checkpoint.CheckpointException;
import dev.lichen.lm.rendering.ConversationRenderer;
import dev.lichen.lm.tokenizer.HuggingFaceTokenizer;
import dev.lichen.lm.tokenizer.MaskedTokens;
import dev.lichen.lm.transformer.Compute;
import dev.lichen.training.AdamWConfig;
import dev.lichen.training.BatchShape;
import dev.lichen.training.KilledStage;
import dev.lichen.training.OptimizerConfig;
import dev.lichen.training.Outcome;
import dev.lichen.training.RandomStreams;
import dev.lichen.training.RunConfig;
import dev.lichen.training.StageEnvironment;
import dev.lichen.training.StageRuns;
import dev.lichen.training.TinyModelFolders;
import dev.lichen.training.schedule.ScheduleConfig;
import dev.lichen.training.schedule.ScheduleKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Learns that more x is better, from rankings of three answers, on a model of a few thousand weights. */
class RewardStageTest {

    private static final double SEPARABLE = 0.95;
    private static final double NORMALISED = 1e-3;

    @TempDir
    Path folder;

    private Path base;
    private Path rankings;

    @BeforeEach
    void writeData() {
        base = TinyModelFolders.writeLanguageModel(folder.resolve("base"), 5);
        rankings = folder.resolve("rankings.jsonl");
        DataFiles.write(rankings, rankings(60));
    }

    @Test
    void separableRuleIsLearned() {
        StageRuns.Recorder recorder = new StageRuns.Recorder();
        assertEquals(
                Outcome.DONE,
                RewardStage.run(
                        config(6), StageEnvironment.quiet(folder.resolve("run")).shownBy(recorder)));
        double accuracy = recorder.lastEvaluation().value(RewardMetricNames.EVALUATION_ACCURACY);
        assertTrue(accuracy >= SEPARABLE, "accuracy on unseen prompts: " + accuracy);
        assertTrue(recorder.lastEvaluation().value(RewardMetricNames.EVALUATION_LOSS) < Math.log(2) / 2);
        assertEquals(Set.copyOf(RewardMetricNames.all()), recorder.names());
        demonstrationsScoreZero(folder.resolve("run/model"));
        RewardEvaluation evaluation = RewardStage.evaluate(config(6), folder.resolve("run/model"), Compute.reference())
                .orElseThrow();
        assertEquals(
                accuracy,
                evaluation.accuracy().accuracy().estimate().orElseThrow().value());
    }

    private void demonstrationsScoreZero(Path model) {
        try (RewardModel reward = RewardModel.open(model, Compute.reference());
                HuggingFaceTokenizer tokenizer = HuggingFaceTokenizer.open(model)) {
            ConversationRenderer renderer = ConversationRenderer.of(tokenizer);
            AnswerRenderer answers = new AnswerRenderer(renderer, TinyModelFolders.MAXIMUM_LENGTH);
            double mean = rankings(60).stream()
                    .map(ranking -> answers.render(
                                    ranking.prompt(),
                                    List.of(ranking.answers()
                                            .get(ranking.best())
                                            .content()))
                            .orElseThrow()
                            .getFirst())
                    .map(MaskedTokens::tokens)
                    .mapToDouble(tokens -> reward.score(List.of(tokens)).getFirst())
                    .average()
                    .orElseThrow();
            assertEquals(0, mean, NORMALISED);
            reward.requireRendering(RenderingFingerprint.of(tokenizer, renderer));
            assertThrows(CheckpointException.class, () -> reward.requireRendering("another"));
        }
    }

    @Test
    void languageModelIsNoRewardModel() {
        CheckpointException refusal =
                assertThrows(CheckpointException.class, () -> RewardModel.requireRewardModel(base));
        assertTrue(refusal.getMessage().endsWith("found a language-model, expected a reward model (a scalar-model)"));
    }

    @Test
    void resumedTrainingEqualsTheUninterrupted() throws Exception {
        RewardConfig config = config(1);
        StageRuns.assertResumesExactly(folder, 3, environment -> RewardStage.run(config, environment));
    }

    @Test
    void killedTrainingResumesToTheSameModel() throws Exception {
        StageRuns.assertSurvivesSigkill(folder, 3, Killed.class);
    }

    public static final class Killed implements KilledStage.Stage {
        @Override
        public Outcome run(Path folder, StageEnvironment environment) {
            RewardStageTest test = new RewardStageTest();
            test.folder = folder;
            test.writeData();
            return RewardStage.run(test.config(1), environment);
        }
    }

    private RewardConfig config(int epochs) {
        return new RewardConfig(
                11,
                base,
                new RewardData(rankings, null, 0.2, Grouping.PROMPT, null, 80),
                RewardObjective.defaults(),
                epochs,
                new BatchShape(8, 1024, 1),
                new OptimizerConfig(5e-3, new ScheduleConfig(ScheduleKind.COSINE, 2, 0.1), AdamWConfig.defaults()),
                new RunConfig(0, 2, 0, 0));
    }

    private static List<Ranking> rankings(int count) {
        List<Ranking> made = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            RandomGenerator random = new RandomStreams(1).stream("answers", 0, i);
            List<Answer> answers = List.of(answer(random, 0), answer(random, 3), answer(random, 6));
            made.add(new Ranking(List.of(Message.user("prompt " + i)), answers, Tiers.of(3, 2, 1)));
        }
        return made;
    }

    /** Six letters, so many of them an x. */
    private static Answer answer(RandomGenerator random, int marks) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            text.append(i < marks ? 'x' : (char) ('a' + random.nextInt(5)));
        }
        return new Answer(text.toString());
    }
}
