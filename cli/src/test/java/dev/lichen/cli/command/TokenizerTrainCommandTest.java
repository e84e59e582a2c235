package dev.lichen.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenizerTrainCommandTest {

    @TempDir
    private Path folder;

    @Test
    void trainsOnTextAndOnJsonLines() throws IOException {
        Path text = Files.writeString(folder.resolve("a.txt"), "water water 水 水 water");
        Path json = Files.writeString(
                folder.resolve("b.jsonl"), "{\"messages\":[{\"role\":\"user\",\"content\":\"水\"}]}\n");
        CommandRun run = train(text.toString(), json.toString());
        assertEquals(0, run.exitCode(), run.errors());
        assertTrue(Files.exists(folder.resolve("to/tokenizer.json")));
    }

    @Test
    void missingEmptyAndForeignFilesAreUsersErrors() throws IOException {
        assertUserError(folder.resolve("absent.txt"), "no such file");
        assertUserError(Files.writeString(folder.resolve("empty.txt"), ""), "Empty text file");
        Path foreign = Files.write(folder.resolve("latin.txt"), "\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        assertUserError(foreign, "Not a text file");
        assertUserError(Files.writeString(folder.resolve("no.jsonl"), "{\"id\":1}\n"), "No text");
    }

    @Test
    void vocabularyMustHoldTheBytes() throws IOException {
        Path text = Files.writeString(folder.resolve("a.txt"), "water");
        CommandRun run = CommandRun.of(
                "tokenizer", "train", "--input", text.toString(), "--vocabulary-size", "10", "--to", folder + "/to");
        assertTrue(run.isUserError(), run.errors());
    }

    private void assertUserError(Path file, String part) {
        CommandRun run = train(file.toString());
        assertTrue(run.isUserError(), run.errors());
        assertTrue(run.errors().contains(part), run.errors());
    }

    private CommandRun train(String... files) {
        String inputs = String.join(" ", files);
        return CommandRun.of(
                ("tokenizer train --vocabulary-size 300 --to " + folder + "/to --input " + inputs).split(" "));
    }
}
