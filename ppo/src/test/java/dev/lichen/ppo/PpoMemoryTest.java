package dev.lichen.ppo;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lichen.datasets.Prompt;
import dev.lichen.datasets.files.DataFiles;
import dev.lichen.training.StageEnvironment;
import dev.lichen.training.Step;
import dev.lichen.training.TinyModelFolders;
import dev.lichen.training.TrainingListener;
import dev.lichen.training.config.Configs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PpoMemoryTest {

    private static final int STEPS = 200;
    private static final int SETTLED = 50;
    private static final int WINDOW = 10;
    private static final long SLACK = 12L << 20; // a copy of the weights kept each step would take more

    @TempDir
    Path folder;

    @Test
    void nativeMemoryIsFlatOverTwoHundredSteps() {
        assumeTrue(NativeMemory.inUse().isPresent(), "the C library does not say how much it has handed out");
        List<Long> bytes = new ArrayList<>();
        TrainingListener meter = new TrainingListener() {
            @Override
            public void onStep(Step step) {
                if (isMeasured(bytes.size())) {
                    System.gc(); // direct buffers are native memory that waits for the collector
                }
                NativeMemory.inUse().ifPresent(bytes::add);
            }
        };
        RewardFunction length = RewardFunction.ofText((prompt, text) -> text.length());
        PpoStage.run(
                config(), length, StageEnvironment.quiet(folder.resolve("run")).shownBy(meter));
        long settled = median(bytes.subList(SETTLED - WINDOW, SETTLED));
        long end = median(bytes.subList(STEPS - WINDOW, STEPS));
        assertTrue(end < settled + SLACK, "bytes in use: " + settled + " after 50 steps, " + end + " after 200");
    }

    private static boolean isMeasured(int step) {
        return (step >= SETTLED - WINDOW && step < SETTLED) || step >= STEPS - WINDOW;
    }

    private PpoConfig config() {
        Path prompts = folder.resolve("prompts.jsonl");
        DataFiles.write(
                prompts,
                IntStream.range(0, 8).mapToObj(i -> Prompt.of("say " + i)).toList());
        return Configs.resolve(
                PpoConfig.defaults(),
                List.of(),
                List.of(
                        "steps=" + STEPS,
                        "models.policy=" + TinyModelFolders.writeLanguageModel(folder.resolve("base"), 5),
                        "models.reward=",
                        "rollout.prompts=" + prompts,
                        "rollout.promptsPerStep=4",
                        "rollout.maximumPromptTokens=60",
                        "rollout.maximumNewTokens=4",
                        "update.epochs=1",
                        "run.checkpointInterval=0"));
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
