package dev.lichen.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataCleanCommandTest {

    @TempDir
    private Path folder;

    @Test
    void recordsAreCleanedAndRestored() throws IOException {
        Path file = conversations();
        CommandRun run = clean(file.toString(), "--to", "clean.jsonl");
        assertEquals(0, run.exitCode(), run.errors());
        assertTrue(run.output().contains("3 records: 2 kept, of which 1 changed, and 1 removed"), run.output());
        assertTrue(Files.readString(folder.resolve("clean.jsonl")).contains("[PHONE]"));
        CommandRun back = clean("--restore", folder.resolve("clean.jsonl").toString(), "--to", "back.jsonl");
        assertEquals(0, back.exitCode(), back.errors());
        assertEquals(-1, Files.mismatch(file, folder.resolve("back.jsonl")));
    }

    @Test
    void pagesBecomeTexts() throws IOException {
        Path page = Files.writeString(folder.resolve("page.html"), """
                <html><body><nav><a href="/">Home</a></nav>
                <p>On Sunday the ferry was late again, and the band on the quay played until it came.</p>
                </body></html>
                """);
        CommandRun run = clean(page.toString(), "--to", "pages.jsonl");
        assertEquals(0, run.exitCode(), run.errors());
        assertEquals(
                "{\"text\":\"On Sunday the ferry was late again, and the band on the quay played until it came.\","
                        + "\"id\":\"page.html\"}\n",
                Files.readString(folder.resolve("pages.jsonl")));
        CommandRun again = clean(folder.resolve("pages.jsonl").toString(), "--to", "again.jsonl", "--json");
        assertTrue(again.output().contains("\"kept\" : 1"), again.output());
    }

    @Test
    void mistakesAreUsersErrors() throws IOException {
        String file = conversations().toString();
        assertTrue(clean(file, "--to", "clean.csv").isUserError());
        assertTrue(clean(file, "--to", "chats.jsonl").isUserError());
        assertTrue(clean(file, "--to", "clean.jsonl", "--only", "magic").isUserError());
        assertTrue(clean(file, "--to", "clean.jsonl", "--language", "chinese").isUserError());
        assertTrue(clean(file, "--to", "clean.jsonl", "--near", "2").isUserError());
        assertTrue(clean(file, "--to", "clean.jsonl", "--id", "a").isUserError());
        assertTrue(clean("--restore", file, "--to", "clean.jsonl").isUserError());
        assertFalse(Files.exists(folder.resolve("clean.jsonl")));
    }

    private CommandRun clean(String... arguments) {
        List<String> all = new ArrayList<>(List.of("data", "clean"));
        for (String argument : arguments) {
            boolean relative = argument.matches("\\w+\\.(jsonl|csv)");
            all.add(relative ? folder.resolve(argument).toString() : argument);
        }
        return CommandRun.of(all.toArray(String[]::new));
    }

    private Path conversations() throws IOException {
        String line =
                "{\"messages\":[{\"role\":\"user\",\"content\":\"%s\"},{\"role\":\"assistant\",\"content\":\"%s\"}]}\n";
        return Files.writeString(
                folder.resolve("chats.jsonl"),
                line.formatted("Whom do I call?", "Call 138 1234 5678.")
                        + line.formatted("Where is the key?", "It hangs behind the door.")
                        + line.formatted("Where is the key?", "It hangs behind the door."));
    }
}
