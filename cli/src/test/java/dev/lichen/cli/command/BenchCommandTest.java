package dev.lichen.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCommandTest {

    private static final int CONTEXT = 512;

    @TempDir
    private Path folder;

    @Test
    void everyWorkloadHasARateThatIsNotZero() throws IOException {
        JsonNode figures = measure();
        assertEquals(
                List.of("GFLOP/s", "tokens/s", "tokens/s", "tokens/s", "tokens/s", "tokens/s", "s", "GB"),
                figures.findValuesAsText("unit"));
        figures.forEach(figure -> assertTrue(figure.get("value").asDouble() > 0, figure.toString()));
    }

    @Test
    void measuresTheMachineAndWhatIsAskedFor() throws IOException {
        assertEquals(
                List.of(
                        "matrix product 2048 x 2048",
                        "log-probabilities, 8 x 256 tokens",
                        "PPO iteration, 16 prompts, 4 epochs",
                        "peak memory"),
                measure("--only", "scoring,ppo").findValuesAsText("workload"));
    }

    @Test
    void unknownWorkloadIsRefusedWithTheKnownOnes() {
        CommandRun run = CommandRun.of("bench", "--model", folder.toString(), "--only", "thinking");
        assertTrue(run.isUserError(), run.errors());
        assertTrue(run.errors().contains("TRAINING, SCORING, DECODING, PPO"), run.errors());
    }

    private JsonNode measure(String... more) throws IOException {
        String model = TinyModelFolder.write(folder.resolve("tiny"), 1, CONTEXT).toString();
        List<String> words = new ArrayList<>(List.of("bench", "--model", model, "--times", "1", "--json"));
        words.addAll(List.of(more));
        CommandRun run = CommandRun.of(words.toArray(String[]::new));
        assertEquals(0, run.exitCode(), run.errors());
        return new ObjectMapper().readTree(run.output());
    }
}
