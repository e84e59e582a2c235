package dev.lichen.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lichen.datasets.Ranking;
import dev.lichen.datasets.formats.Datasets;
import dev.lichen.lm.checkpoint.ModelFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CandidatesCommandTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void writeModelsAndPrompts() throws IOException {
        TinyModelFolder.write(folder.resolve("first"), 1);
        TinyModelFolder.write(folder.resolve("second"), 2);
        Files.writeString(folder.resolve("prompts.jsonl"), """
                {"prompt":[{"role":"user","content":"one"}],"language":"en"}
                {"prompt":[{"role":"user","content":"two"}]}
                """);
    }

    @Test
    void modelsTakeTurnsAndEachAnswerSaysWhatWroteIt() {
        run("run");
        List<Ranking> items =
                Datasets.readRankings(folder.resolve("run/items.jsonl")).records();
        assertEquals(2, items.size());
        assertEquals("en", items.getFirst().attributes().language());
        assertEquals(
                List.of("first", "second", "first"),
                items.getFirst().answers().stream()
                        .map(answer -> Path.of(answer.generator()).getFileName().toString())
                        .toList());
        JsonNode origin = items.getFirst().answers().get(1).toJson().get("generation");
        assertEquals(
                ModelFolder.open(folder.resolve("second")).weightsHash(),
                origin.get("weights_sha256").asText());
        assertTrue(origin.has("seed") && origin.has("chat_template_sha256") && origin.has("temperature"));
    }

    @Test
    void theSameSeedWritesTheSameFileAndAnotherOneAnother() throws IOException {
        run("run");
        run("again");
        run("other", "--set", "seed=2");
        assertEquals(items("run"), items("again"));
        assertNotEquals(items("run"), items("other"));
    }

    @Test
    void oneAnswerCannotBeRanked() {
        CommandRun refused = CommandRun.of(arguments("run", "--set", "answers=1"));
        assertTrue(refused.isUserError(), refused.errors());
        assertTrue(refused.errors().contains("answers must be 2 to 9, was 1"), refused.errors());
    }

    private String items(String run) throws IOException {
        return Files.readString(folder.resolve(run).resolve("items.jsonl"));
    }

    private void run(String run, String... more) {
        CommandRun result = CommandRun.of(arguments(run, more));
        assertEquals(0, result.exitCode(), result.errors());
        assertTrue(result.output().contains("items.jsonl"), result.output());
    }

    private String[] arguments(String run, String... more) {
        List<String> words = new ArrayList<>(
                List.of("candidates", "--run-dir", folder.resolve(run).toString()));
        words.addAll(List.of("--set", "models=[" + folder.resolve("first") + ", " + folder.resolve("second") + "]"));
        words.addAll(List.of("--set", "prompts=" + folder.resolve("prompts.jsonl")));
        words.addAll(List.of("--set", "answers=3", "--set", "maximumNewTokens=8"));
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }
}
