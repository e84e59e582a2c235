package dev.lichen.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateCommandTest {

    private static final String TEXT_ROWS = """
            {"prompt":"Hi","id":7,"mine":{"a":[1.50]}}
            {"messages":[{"role":"user","content":"你好"}]}
            """;

    @TempDir
    private static Path models;

    @TempDir
    private Path folder;

    private Path input;
    private Path output;

    @BeforeAll
    static void writeModel() {
        TinyModelFolder.write(models.resolve("tiny"), 1);
    }

    @BeforeEach
    void namesFiles() throws IOException {
        input = Files.writeString(folder.resolve("rows.jsonl"), TEXT_ROWS);
        output = folder.resolve("answers.jsonl");
    }

    @Test
    void outputIsTheInputWithTextIdsAndReason() throws IOException {
        CommandRun run = generate("--seed", "3");
        assertEquals(0, run.exitCode(), run.errors());
        List<JsonNode> rows = rows();
        assertEquals(2, rows.size());
        assertEquals(7, rows.getFirst().get("id").asInt());
        assertTrue(Files.readString(output).contains("\"mine\":{\"a\":[1.50]}"), "unknown fields as they were");
        assertTrue(rows.getFirst().get("text").isTextual());
        assertTrue(List.of("stop", "length")
                .contains(rows.getFirst().get("finish_reason").asText()));
        assertFalse(rows.getFirst().get("ids").isEmpty());
    }

    @Test
    void sameSeedSameTextWhateverTheNeighbours() throws IOException {
        generate("--seed", "3");
        List<JsonNode> together = rows();
        Files.writeString(input, TEXT_ROWS.lines().findFirst().orElseThrow());
        generate("--seed", "3");
        assertEquals(together.getFirst(), rows().getFirst());
    }

    @Test
    void anotherSeedGivesAnotherText() throws IOException { // the negative control of the test above
        generate("--seed", "3");
        List<JsonNode> one = rows();
        generate("--seed", "4");
        assertNotEquals(one, rows());
    }

    @Test
    void rowsOfIdsGetIdsOnlyAndNeedNoTokenizer() throws IOException {
        Path bare = TinyModelFolder.write(folder.resolve("bare"), 1);
        try (Stream<Path> files = Files.list(bare)) {
            for (Path file : files.filter(f -> f.getFileName().toString().contains("token"))
                    .toList()) {
                Files.delete(file);
            }
        }
        Files.writeString(input, "{\"ids\":[65,66,67]}");
        CommandRun run = CommandRun.of(arguments(bare, "--greedy"));
        assertEquals(0, run.exitCode(), run.errors());
        assertEquals(8, rows().getFirst().get("ids").size());
        assertFalse(rows().getFirst().has("text"));
    }

    @Test
    void stopTextEndsTheAnswerBeforeIt() throws IOException {
        generate("--seed", "3");
        String whole = rows().getFirst().get("text").asText();
        String stop = whole.substring(2, 3);
        generate("--seed", "3", "--stop", stop);
        assertEquals(
                whole.substring(0, whole.indexOf(stop)),
                rows().getFirst().get("text").asText());
        assertEquals("stop", rows().getFirst().get("finish_reason").asText());
    }

    @Test
    void faultInTheLastRowLeavesTheOldOutput() throws IOException {
        Files.writeString(output, "old\n");
        Files.writeString(input, TEXT_ROWS + "{\"question\":1}\n");
        CommandRun run = generate();
        assertTrue(run.isUserError(), run.errors());
        assertTrue(run.errors().contains("rows.jsonl:3"), run.errors());
        assertEquals("old\n", Files.readString(output));
    }

    @Test
    void promptLongerThanTheContextIsAUsersError() throws IOException {
        Files.writeString(input, "{\"prompt\":\"%s\"}".formatted("a".repeat(TinyModelFolder.CONTEXT)));
        CommandRun run = generate();
        assertTrue(run.isUserError(), run.errors());
        assertTrue(run.errors().contains("too long for the model's context"), run.errors());
    }

    @Test
    void missingModelMissingInputAndBadSamplingAreUsersErrors() {
        assertTrue(CommandRun.of(arguments(folder.resolve("absent"))).isUserError());
        assertTrue(generate("--temperature", "-1").isUserError());
        assertTrue(generate("--device", "tpu").isUserError());
        input = folder.resolve("absent.jsonl");
        CommandRun run = generate();
        assertTrue(run.isUserError(), run.errors());
        assertTrue(run.errors().contains("no such file"), run.errors());
    }

    @Test
    void tokenizerOfAnotherModelIsAUsersError() throws IOException {
        Path model = TinyModelFolder.write(folder.resolve("model"), 1);
        Path corpus = Files.writeString(folder.resolve("corpus.txt"), "water water water wind wind wind");
        CommandRun.of(("tokenizer train --vocabulary-size 280 --input " + corpus + " --to " + model).split(" "));
        CommandRun run = CommandRun.of(arguments(model));
        assertTrue(run.isUserError(), run.errors());
        assertTrue(run.errors().contains("tokenizer is of another model"), run.errors());
    }

    @Test
    void modelThatDoesNotFitIsRefusedBeforeItIsLoaded() throws IOException {
        Path model = TinyModelFolder.write(folder.resolve("model"), 1);
        long words = 1L << 31;
        inflate(model, (int) words - 1);
        CommandRun run = CommandRun.of(arguments(model));
        assertTrue(run.isUserError(), run.errors());
        assertTrue(run.errors().contains("of memory"), run.errors());
    }

    /** Gives the model a vocabulary so large that its embedding, a hole in the file, needs more memory than there is. */
    private static void inflate(Path model, int words) throws IOException {
        Path config = model.resolve("config.json");
        Files.writeString(
                config, Files.readString(config).replace("\"vocab_size\" : 259", "\"vocab_size\" : " + words));
        Path weights = model.resolve("model.safetensors");
        new SparseEmbedding(weights).resize(words);
    }

    /** Rewrites a safetensors header so that the embedding has more rows; the rows are a hole at the end of the file. */
    private record SparseEmbedding(Path file) {

        void resize(int rows) throws IOException {
            ObjectMapper mapper = new ObjectMapper();
            try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
                byte[] header = new byte[(int) Long.reverseBytes(access.readLong())];
                access.readFully(header);
                long data = access.length() - Long.BYTES - header.length;
                var json = (com.fasterxml.jackson.databind.node.ObjectNode) mapper.readTree(header);
                var embedding = (com.fasterxml.jackson.databind.node.ObjectNode) json.get("model.embed_tokens.weight");
                long width = embedding.get("shape").get(1).asLong();
                embedding.putArray("shape").add(rows).add(width);
                embedding.putArray("data_offsets").add(data).add(data + rows * width * Float.BYTES);
                byte[] changed = mapper.writeValueAsBytes(json);
                access.setLength(0);
                access.writeLong(Long.reverseBytes((long) changed.length));
                access.write(changed);
                access.setLength(Long.BYTES + changed.length + data + rows * width * Float.BYTES);
            }
        }
    }

    private CommandRun generate(String... more) {
        return CommandRun.of(arguments(models.resolve("tiny"), more));
    }

    private String[] arguments(Path model, String... more) {
        List<String> words = new ArrayList<>(List.of("generate", "--model", model.toString(), "--max-new-tokens", "8"));
        words.addAll(List.of("--input", input.toString(), "--output", output.toString()));
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }

    private List<JsonNode> rows() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        List<JsonNode> rows = new ArrayList<>();
        for (String line : Files.readAllLines(output)) {
            rows.add(mapper.readTree(line));
        }
        return rows;
    }
}
