package dev.lichen.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    void foreignFileIsAUsersError() throws IOException {
        Path input = Files.writeString(folder.resolve("rows.jsonl"), "PAR1 something");
        CommandRun run = run(input);
        assertTrue(run.isUserError(), run.errors());
        assertTrue(run.errors().contains("Parquet"), run.errors());
    }

    private JsonNode score(String row) throws IOException {
        CommandRun run = run(Files.writeString(folder.resolve("rows.jsonl"), row + "\n"));
        assertEquals(0, run.exitCode(), run.errors());
        List<String> lines = Files.readAllLines(folder.resolve("scores.jsonl"));
        return new ObjectMapper().readTree(lines.getFirst());
    }

    private CommandRun run(Path input) {
        String output = folder.resolve("scores.jsonl").toString();
        return CommandRun.of("score", "--model", model.toString(), "--input", input.toString(), "--output", output);
    }
}
