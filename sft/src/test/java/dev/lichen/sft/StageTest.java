package dev.lichen.sft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.datasets.Demonstration;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.files.DataFiles;
import dev.lichen.lm.checkpoint.ModelFolder;
import dev.lichen.training.AdamWConfig;
import dev.lichen.training.BatchShape;
import dev.lichen.training.KilledStage;
import dev.lichen.training.OptimizerConfig;
import dev.lichen.training.Outcome;
import dev.lichen.training.RunConfig;
import dev.lichen.training.StageEnvironment;
import dev.lichen.training.StageRuns;
import dev.lichen.training.TinyModelFolders;
import dev.lichen.training.schedule.ScheduleConfig;
import dev.lichen.training.schedule.ScheduleKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Learns to continue the alphabet, from text and from demonstrations, on a model of a few thousand weights. */
class StageTest {

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz";
    private static final double UNIGRAM_ENTROPY = Math.log(26);

    @TempDir
    Path folder;

    private Path demonstrations;
    private Path text;

    @BeforeEach
    void writeData() throws IOException {
        demonstrations = folder.resolve("demonstrations.jsonl");
        text = folder.resolve("text.jsonl");
        List<Demonstration> records = new ArrayList<>();
        for (int start = 0; start < 20; start++) {
            records.add(Demonstration.of(
                    List.of(Message.user("from " + ALPHABET.charAt(start))), ALPHABET.substring(start, start + 7)));
        }
        DataFiles.write(demonstrations, records);
        Files.write(
                text,
                IntStream.range(0, 20)
                        .mapToObj(start -> "{\"text\":\"" + ALPHABET.substring(start) + ALPHABET + "\"}")
                        .toList());
    }

    @Test
    void fineTuningFallsBelowTheUnigramEntropy() throws IOException {
        StageRuns.Recorder recorder = new StageRuns.Recorder();
        StageEnvironment environment =
                StageEnvironment.quiet(folder.resolve("run")).shownBy(recorder);
        assertEquals(Outcome.DONE, SftStage.run(sft(15), environment));
        double[] losses = recorder.values(LearningMetricNames.LOSS);
        assertTrue(losses[0] > UNIGRAM_ENTROPY, "a random model knows nothing: " + losses[0]);
        assertTrue(losses[losses.length - 1] < UNIGRAM_ENTROPY / 2, "loss at the end: " + losses[losses.length - 1]);
        assertTrue(recorder.lastEvaluation().value(LearningMetricNames.EVALUATION_ACCURACY) > 0.5);
        assertTrue(recorder.lastEvaluation().value(LearningMetricNames.EVALUATION_BITS_PER_BYTE)
                < UNIGRAM_ENTROPY / Math.log(2));
        ModelFolder.open(folder.resolve("run/model"));
        assertEquals(Set.copyOf(LearningMetricNames.all()), recorder.names());
    }

    @Test
    void pretrainingFallsBelowTheUnigramEntropy() throws IOException {
        StageRuns.Recorder recorder = new StageRuns.Recorder();
        StageEnvironment environment =
                StageEnvironment.quiet(folder.resolve("run")).shownBy(recorder);
        assertEquals(Outcome.DONE, PretrainStage.run(pretrain(8), environment));
        double[] losses = recorder.values(LearningMetricNames.LOSS);
        assertTrue(losses[losses.length - 1] < UNIGRAM_ENTROPY / 2, "loss at the end: " + losses[losses.length - 1]);
    }

    @Test
    void resumedFineTuningEqualsTheUninterrupted() throws IOException {
        SftConfig config = sft(4);
        StageRuns.assertResumesExactly(folder, 5, environment -> SftStage.run(config, environment));
    }

    @Test
    void resumedPretrainingEqualsTheUninterrupted() throws IOException {
        PretrainConfig config = pretrain(2);
        StageRuns.assertResumesExactly(folder, 5, environment -> PretrainStage.run(config, environment));
    }

    @Test
    void killedFineTuningResumesToTheSameModel() throws Exception {
        StageRuns.assertSurvivesSigkill(folder, 5, KilledFineTuning.class);
    }

    @Test
    void killedPretrainingResumesToTheSameModel() throws Exception {
        StageRuns.assertSurvivesSigkill(folder, 5, KilledPretraining.class);
    }

    public static final class KilledFineTuning implements KilledStage.Stage {
        @Override
        public Outcome run(Path folder, StageEnvironment environment) throws IOException {
            return SftStage.run(in(folder).sft(4), environment);
        }
    }

    public static final class KilledPretraining implements KilledStage.Stage {
        @Override
        public Outcome run(Path folder, StageEnvironment environment) throws IOException {
            return PretrainStage.run(in(folder).pretrain(2), environment);
        }
    }

    private static StageTest in(Path folder) throws IOException {
        StageTest test = new StageTest();
        test.folder = folder;
        test.writeData();
        return test;
    }

    @Test
    void smallPartsLearnAsOneLargePart() throws IOException {
        StageRuns.Recorder whole = new StageRuns.Recorder();
        StageRuns.Recorder parts = new StageRuns.Recorder();
        SftConfig config = sft(2);
        SftStage.run(config, StageEnvironment.quiet(folder.resolve("one")).shownBy(whole));
        SftConfig small = new SftConfig(
                config.seed(),
                config.model(),
                config.data(),
                config.epochs(),
                new BatchShape(8, 1, 1),
                config.optimizer(),
                config.run());
        SftStage.run(small, StageEnvironment.quiet(folder.resolve("two")).shownBy(parts));
        double[] expected = whole.values(LearningMetricNames.LOSS);
        double[] actual = parts.values(LearningMetricNames.LOSS);
        for (int step = 0; step < expected.length; step++) {
            assertEquals(expected[step], actual[step], 1e-4);
        }
    }

    private SftConfig sft(int epochs) {
        return new SftConfig(
                7,
                TinyModelFolders.writeLanguageModel(folder.resolve("base"), 3),
                new SftData(demonstrations, null, 0.1, 64),
                epochs,
                new BatchShape(8, 256, 1),
                optimizer(),
                new RunConfig(0, 2, 0, 0));
    }

    private PretrainConfig pretrain(int epochs) throws IOException {
        Path tokenizer = TinyModelFolders.writeTokenizer(folder.resolve("tokenizer"));
        return new PretrainConfig(
                7,
                new PretrainStart(null, tokenizer, new ModelShape(32, 2, 4, 2, 64, 96)),
                new PretrainData(text, text, 32),
                epochs,
                new BatchShape(8, 256, 2),
                optimizer(),
                new RunConfig(0, 2, 0, 0));
    }

    private static OptimizerConfig optimizer() {
        return new OptimizerConfig(1e-2, new ScheduleConfig(ScheduleKind.COSINE, 2, 0.1), AdamWConfig.defaults());
    }
}
