package dev.lichen.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataCommandTest {

    @TempDir
    private Path folder;

    @Test
    void inspectDescribesAFileAsTableAndAsJson() throws IOException {
        Path file = pairs(10);
        assertTrue(CommandRun.of("data", "inspect", file.toString()).output().contains("rankings"));
        assertTrue(CommandRun.of("data", "inspect", "--json", file.toString())
                .output()
                .contains("\"records\" : 10"));
    }

    @Test
    void splitPutsNoPromptIntoTwoParts() throws IOException {
        CommandRun run =
                CommandRun.of(("data split " + pairs(200) + " --test 0.2 --validation 0.2 --to " + folder).split(" "));
        assertEquals(0, run.exitCode(), run.errors());
        List<String> all = new ArrayList<>();
        for (String part : List.of("train", "validation", "test")) {
            all.addAll(Files.readAllLines(folder.resolve(part + ".jsonl")));
        }
        Set<String> prompts = all.stream()
                .map(line -> line.substring(0, line.indexOf("answers")))
                .collect(Collectors.toSet());
        assertEquals(200, all.size());
        assertEquals(new HashSet<>(prompts).size(), all.size());
    }

    @Test
    void badSharesAndMissingFilesAreUsersErrors() throws IOException {
        assertTrue(CommandRun.of(("data split " + pairs(3) + " --test 1.5 --to " + folder).split(" "))
                .isUserError());
        assertTrue(CommandRun.of("data", "inspect", folder.resolve("absent").toString())
                .isUserError());
    }

    private Path pairs(int count) throws IOException {
        String lines = IntStream.range(0, count)
                .mapToObj(i -> "{\"prompt\":\"question %d\",\"chosen\":\"yes\",\"rejected\":\"no\"}".formatted(i))
                .collect(Collectors.joining("\n"));
        return Files.writeString(folder.resolve("pairs.jsonl"), lines);
    }
}
