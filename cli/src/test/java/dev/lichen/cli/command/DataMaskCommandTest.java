package dev.lichen.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataMaskCommandTest {

    @TempDir
    private Path folder;

    private Path model = Path.of("");

    private Path file = Path.of("");

    @BeforeEach
    void writeModelAndData() throws IOException {
        model = TinyModelFolder.write(folder.resolve("model"), 1);
        file = Files.writeString(
                folder.resolve("chats.jsonl"),
                "{\"messages\":[{\"role\":\"user\",\"content\":\"你会下棋吗?\"},"
                        + "{\"role\":\"assistant\",\"content\":\"会一点。\"}],\"id\":\"chess\"}");
    }

    @Test
    void theAssistantsTurnIsMarkedAndNothingElse() {
        CommandRun run = mask("--color", "never");
        assertEquals(0, run.exitCode(), run.errors());
        assertTrue(run.output().contains("⟦会一点。<|im_end|>⟧"), run.output());
        assertTrue(run.output().contains("你会下棋吗?"), run.output());
        assertEquals(1, run.output().chars().filter(c -> c == '⟦').count());
        assertFalse(run.output().contains("\u001b"));
    }

    @Test
    void coloursAndTokensCanBeAskedFor() {
        assertTrue(mask("--color", "always").output().contains("\u001b[1;32m"));
        String table = mask("--color", "never", "--tokens").output();
        assertTrue(table.contains("learned 会"), table);
    }

    @Test
    void pageMarksWhatIsLearned() throws IOException {
        Path page = folder.resolve("mask.html");
        assertEquals(0, mask("--html", page.toString()).exitCode());
        String html = Files.readString(page);
        assertTrue(html.contains("class=\"token learned\" title=\"position "), html);
        assertTrue(html.contains(">会</span>"), html);
    }

    @Test
    void jsonHoldsEveryToken() {
        String json = mask("--json").output();
        assertTrue(json.contains("\"learned\" : 13"), json); // twelve bytes and the end of the turn
    }

    @Test
    void mistakesAreUsersErrors() {
        assertTrue(mask("--first", "2").isUserError());
        assertTrue(mask("--records", "0").isUserError());
        assertTrue(CommandRun.of("data", "mask", file.toString(), "--model", folder.toString())
                .isUserError());
    }

    private CommandRun mask(String... more) {
        String[] arguments = new String[5 + more.length];
        System.arraycopy(
                new String[] {"data", "mask", file.toString(), "--model", model.toString()}, 0, arguments, 0, 5);
        System.arraycopy(more, 0, arguments, 5, more.length);
        return CommandRun.of(arguments);
    }
}
