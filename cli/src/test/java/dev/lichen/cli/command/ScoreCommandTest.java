package dev.lichen.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreCommandTest {

    private static final double TOLERANCE = 1e-4;

    @TempDir
    private Path folder;

    private Path model;

    @BeforeEach
    void writeModel() {
        model = TinyModelFolder.write(folder.resolve("tiny"), 1);
    }

    @Test
    void scoresTheReplyOfEachRow() throws IOException {
        JsonNode row = score("{\"prompt\":\"Hi\",\"response\":\"Ho\",\"id\":\"x\"}");
        assertEquals("x", row.get("id").asText());
        assertEquals(3, row.get("tokens").asInt()); // H, o, end of turn
        double sum = 0;
        for (JsonNode one : row.get("token_log_probabilities")) {
            sum += one.asDouble();
        }
        assertEquals(sum, row.get("log_probability").asDouble(), TOLERANCE);
    }

    @Test
    void scoreOfIdsAddsUpOverItsParts() throws IOException { // log p(b, c | a) = log p(b | a) + log p(c | a, b)
        double whole = score("{\"ids\":[65,66,67]}").get("log_probability").asDouble();
        double first = score("{\"ids\":[65,66]}").get("log_probability").asDouble();
        double second =
                score("{\"ids\":[65,66,67],\"from\":2}").get("log_probability").asDouble();
        assertEquals(whole, first + second, TOLERANCE);
    }

    @Test
    void rewardModelAddsItsScore() throws IOException {
        String pairs = "{\"prompt\":\"Hi\",\"chosen\":\"Ho\",\"rejected\":\"Ha\"}\n".repeat(4);
        Path rankings = Files.writeString(folder.resolve("pairs.jsonl"), pairs);
        CommandRun reward = CommandRun.of(
                ("reward --run-dir %s/rm --set model=%s --set data.rankings=%s" + " --set data.validationFraction=0")
                        .formatted(folder, model, rankings)
                        .split(" "));
        assertEquals(0, reward.exitCode(), reward.errors());
        JsonNode row = score("{\"prompt\":\"Hi\",\"response\":\"Ho\"}", "--reward-model", folder + "/rm/model");
        assertTrue(row.get("score").isNumber(), row.toString());
    }

    @Test
    void languageModelIsNoRewardModel() throws IOException {
        Path input = Files.writeString(folder.resolve("rows.jsonl"), "{\"prompt\":\"Hi\",\"response\":\"Ho\"}");
        CommandRun run = run(input, "--reward-model", model.toString());
        assertTrue(run.isUserError(), run.errors());
        assertTrue(run.errors().contains("expected a reward model"), run.errors());
    }

    @Test
    void foreignFileIsAUsersError() throws IOException {
        Path input = Files.writeString(folder.resolve("rows.jsonl"), "PAR1 something");
        CommandRun run = run(input);
        assertTrue(run.isUserError(), run.errors());
        assertTrue(run.errors().contains("Parquet"), run.errors());
    }

    private JsonNode score(String row, String... more) throws IOException {
        CommandRun run = run(Files.writeString(folder.resolve("rows.jsonl"), row + "\n"), more);
        assertEquals(0, run.exitCode(), run.errors());
        List<String> lines = Files.readAllLines(folder.resolve("scores.jsonl"));
        return new ObjectMapper().readTree(lines.getFirst());
    }

    private CommandRun run(Path input, String... more) {
        List<String> words = new ArrayList<>(List.of("score", "--model", model.toString()));
        words.addAll(List.of("--input", input.toString(), "--output", folder + "/scores.jsonl"));
        words.addAll(List.of(more));
        return CommandRun.of(words.toArray(String[]::new));
    }
}
