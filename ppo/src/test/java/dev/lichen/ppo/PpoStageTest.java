package dev.lichen.ppo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.datasets.Prompt;
import dev.lichen.datasets.files.DataFiles;
import dev.lichen.lm.checkpoint.ModelFolder;
import dev.lichen.training.AdamWConfig;
import dev.lichen.training.KilledStage;
import dev.lichen.training.OptimizerConfig;
import dev.lichen.training.Outcome;
import dev.lichen.training.RunConfig;
import dev.lichen.training.StageEnvironment;
import dev.lichen.training.StageRuns;
import dev.lichen.training.TinyModelFolders;
import dev.lichen.training.config.ConfigException;
import dev.lichen.training.schedule.ScheduleConfig;
import dev.lichen.training.schedule.ScheduleKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Teaches a model of a few thousand random weights to say e, by a rule that counts it. */
class PpoStageTest {

    private static final int STEPS = 25;
    private static final double GAIN = 0.2;
    private static final RewardFunction LETTER_E =
            RewardFunction.ofText((prompt, text) -> 4.0 * count(text) / Math.max(1, text.length()));

    @TempDir
    Path folder;

    private Path base;
    private Path prompts;

    @BeforeEach
    void writeData() {
        base = TinyModelFolders.writeLanguageModel(folder.resolve("base"), 5);
        prompts = folder.resolve("prompts.jsonl");
        DataFiles.write(
                prompts,
                IntStream.range(0, 12).mapToObj(i -> Prompt.of("say " + i)).toList());
    }

    @Test
    void ruleIsFollowedOnEachOfThreeSeeds() {
        for (long seed = 1; seed <= 3; seed++) {
            StageRuns.Recorder recorder = new StageRuns.Recorder();
            StageEnvironment environment =
                    StageEnvironment.quiet(folder.resolve("seed" + seed)).shownBy(recorder);
            assertEquals(Outcome.DONE, PpoStage.run(config(seed, STEPS, 0.01), LETTER_E, environment));
            double[] scores = recorder.values(PpoMetricNames.SCORES);
            double first = mean(scores, 0, 5);
            double last = mean(scores, STEPS - 5, STEPS);
            assertTrue(last > first + GAIN, "seed " + seed + ": score " + first + " to " + last);
            assertTrue(
                    Arrays.stream(recorder.values(PpoMetricNames.RATIO_MAXIMUM)).allMatch(Double::isFinite));
        }
    }

    @Test
    void enormousCoefficientKeepsThePolicyAtTheReference() {
        double freely = finalDivergence("free", 0);
        double tightly = finalDivergence("bound", 1e4);
        assertTrue(freely > 0.5, "divergence without cost: " + freely);
        assertTrue(tightly < freely / 10, "divergence " + freely + " free, " + tightly + " bound");
    }

    /** Nats a sequence, mean over the last five of thirty slow steps. */
    private double finalDivergence(String name, double coefficient) {
        StageRuns.Recorder recorder = new StageRuns.Recorder();
        PpoConfig slow = with(config(1, 30, coefficient), update(2, 2, 0, 4096, 1.5e-3));
        PpoStage.run(slow, LETTER_E, environment(name).shownBy(recorder));
        return mean(recorder.values(PpoMetricNames.KL_K3), 25, 30);
    }

    @Test
    void firstMinibatchHasTheRatioOne() {
        StageRuns.Recorder recorder = new StageRuns.Recorder();
        PpoConfig once = withUpdate(config(1, 2, 0.01), 1, 1);
        PpoStage.run(once, LETTER_E, environment("run").shownBy(recorder));
        for (double ratio : recorder.values(PpoMetricNames.RATIO_MAXIMUM)) {
            assertEquals(1, ratio, 1e-4);
        }
        for (double clipped : recorder.values(PpoMetricNames.POLICY_CLIP_FRACTION)) {
            assertEquals(0, clipped);
        }
    }

    @Test
    void criticWarmUpLeavesThePolicyAlone() {
        StageRuns.Recorder recorder = new StageRuns.Recorder();
        PpoConfig config = withUpdate(config(1, 3, 0.01), 2, 2, 2);
        PpoStage.run(config, LETTER_E, environment("run").shownBy(recorder));
        double[] divergences = recorder.values(PpoMetricNames.KL_K3);
        assertEquals(0, divergences[1], 1e-6);
        assertEquals(0, divergences[2], 1e-6); // measured before the third step's updates
        assertEquals(0, recorder.values(PpoMetricNames.POLICY_GRADIENT_NORM)[1]);
        assertTrue(recorder.values(PpoMetricNames.POLICY_GRADIENT_NORM)[2] > 0);
        assertTrue(recorder.values(PpoMetricNames.VALUE_GRADIENT_NORM)[0] > 0);
    }

    @Test
    void metricsBearExactlyTheNamesThatAreListed() {
        StageRuns.Recorder recorder = new StageRuns.Recorder();
        PpoStage.run(config(1, 1, 0.01), LETTER_E, environment("run").shownBy(recorder));
        assertEquals(
                PpoMetricNames.all().stream().sorted().toList(),
                recorder.names().stream().sorted().toList());
    }

    @Test
    void partsOfAnySizeLearnTheSame() {
        StageRuns.Recorder whole = new StageRuns.Recorder();
        StageRuns.Recorder parts = new StageRuns.Recorder();
        PpoConfig config = config(1, 1, 0.01);
        PpoStage.run(config, LETTER_E, environment("whole").shownBy(whole));
        PpoStage.run(withTokens(config, 1), LETTER_E, environment("parts").shownBy(parts));
        for (String name :
                new String[] {PpoMetricNames.POLICY_LOSS, PpoMetricNames.VALUE_LOSS, PpoMetricNames.POLICY_GRADIENT_NORM
                }) {
            double expected = whole.values(name)[0];
            assertEquals(expected, parts.values(name)[0], 1e-3 * Math.max(1, Math.abs(expected)), name);
        }
    }

    @Test
    void resumedRunEqualsTheUninterrupted() throws IOException {
        PpoConfig config = config(4, 6, 0.05);
        StageRuns.assertResumesExactly(folder, 3, environment -> PpoStage.run(config, LETTER_E, environment));
        ModelFolder.open(folder.resolve("broken/critic"));
    }

    @Test
    void killedRunResumesToTheSamePolicy() throws Exception {
        StageRuns.assertSurvivesSigkill(folder, 3, Killed.class);
    }

    public static final class Killed implements KilledStage.Stage {
        @Override
        public Outcome run(Path folder, StageEnvironment environment) {
            PpoStageTest test = new PpoStageTest();
            test.folder = folder;
            test.writeData();
            return PpoStage.run(test.config(4, 6, 0.05), LETTER_E, environment);
        }
    }

    @Test
    void settingsThatDoNotFitTheModelAreRefused() {
        PpoConfig config = config(1, 1, 0);
        RolloutConfig tooLong = new RolloutConfig(prompts, null, 4, 1, 90, 90, 1);
        PpoConfig wrong = new PpoConfig(
                1, 1, config.models(), tooLong, config.score(), config.advantage(), config.update(), config.run());
        ConfigException refusal =
                assertThrows(ConfigException.class, () -> PpoStage.run(wrong, LETTER_E, environment("run")));
        assertTrue(refusal.getMessage().contains("are 180 tokens together"), refusal.getMessage());
        assertThrows(ConfigException.class, () -> PpoStage.run(config, environment("other")));
    }

    private StageEnvironment environment(String name) {
        return StageEnvironment.quiet(folder.resolve(name));
    }

    private PpoConfig config(long seed, long steps, double coefficient) {
        return new PpoConfig(
                seed,
                steps,
                new PpoModels(base, null),
                new RolloutConfig(prompts, prompts, 16, 1, 60, 12, 1),
                new ScoreConfig(
                        ScoreScaling.NONE,
                        0,
                        MissingEndPenalty.Mode.NONE,
                        0,
                        false,
                        new KlConfig(KlKind.FIXED, coefficient, 6, 100, KlEstimator.K1)),
                AdvantageConfig.defaults(),
                update(2, 2, 0, 4096),
                new RunConfig(0, 2, 0, 2));
    }

    private static UpdateConfig update(int epochs, int minibatches, long warmup, int tokens) {
        return update(epochs, minibatches, warmup, tokens, 5e-3);
    }

    private static UpdateConfig update(int epochs, int minibatches, long warmup, int tokens, double rate) {
        ScheduleConfig constant = new ScheduleConfig(ScheduleKind.CONSTANT, 0, 0);
        OptimizerConfig optimizer = new OptimizerConfig(rate, constant, AdamWConfig.defaults());
        return new UpdateConfig(epochs, minibatches, tokens, warmup, 0, ClipConfig.defaults(), optimizer, optimizer);
    }

    private static PpoConfig withUpdate(PpoConfig c, int epochs, int minibatches) {
        return withUpdate(c, epochs, minibatches, 0);
    }

    private static PpoConfig withUpdate(PpoConfig c, int epochs, int minibatches, long warmup) {
        return with(c, update(epochs, minibatches, warmup, 4096));
    }

    private static PpoConfig withTokens(PpoConfig c, int tokens) {
        return with(c, update(2, 2, 0, tokens));
    }

    private static PpoConfig with(PpoConfig c, UpdateConfig update) {
        return new PpoConfig(c.seed(), c.steps(), c.models(), c.rollout(), c.score(), c.advantage(), update, c.run());
    }

    private static long count(String text) {
        return text.chars().filter(letter -> letter == 'e').count();
    }

    private static double mean(double[] values, int from, int to) {
        return Arrays.stream(values, from, to).average().orElseThrow();
    }
}
