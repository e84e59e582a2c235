package dev.lichen.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataMixCommandTest {

    @TempDir
    private Path folder;

    @Test
    void filesAreMixedByWeight() throws IOException {
        CommandRun run = mix(file("zh", 30) + "=2", file("en", 30) + "=1", "--records", "30");
        assertEquals(0, run.exitCode(), run.errors());
        assertTrue(run.output().contains("30 records written"), run.output());
        long chinese = Files.readAllLines(folder.resolve("mix.jsonl")).stream()
                .filter(line -> line.contains("zh.jsonl"))
                .count();
        assertEquals(20, chinese);
    }

    @Test
    void mistakesAreUsersErrors() throws IOException {
        String zh = file("zh", 3).toString();
        assertTrue(mix(zh + "=0").isUserError());
        assertTrue(mix(zh + "=much").isUserError());
        assertTrue(mix(zh, "--records", "5").isUserError());
        assertTrue(mix(zh, "--repeat").isUserError());
        assertTrue(mix(folder.resolve("absent.jsonl") + "=1").isUserError());
        assertFalse(Files.exists(folder.resolve("mix.jsonl")));
    }

    private CommandRun mix(String... arguments) {
        String line = "data mix --to " + folder.resolve("mix.jsonl") + " " + String.join(" ", arguments);
        return CommandRun.of(line.split(" "));
    }

    private Path file(String name, int records) throws IOException {
        String lines = IntStream.range(0, records)
                .mapToObj(i -> "{\"prompt\":\"%s %d\"}".formatted(name, i))
                .collect(Collectors.joining("\n"));
        return Files.writeString(folder.resolve(name + ".jsonl"), lines);
    }
}
