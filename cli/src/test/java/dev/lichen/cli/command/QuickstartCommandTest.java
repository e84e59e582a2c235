package dev.lichen.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.lm.checkpoint.ModelFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the whole line on sizes that take seconds and teach next to nothing. */
class QuickstartCommandTest {

    private static final List<String> SIZES = List.of(
            "world.documents=60",
            "world.demonstrations=1",
            "world.rankedPrompts=24",
            "pretrain.start.shape.width=32",
            "pretrain.start.shape.layers=2",
            "pretrain.start.shape.feedForwardWidth=64",
            "sft.epochs=0.2",
            "sft.run.checkpointInterval=2",
            "ppo.steps=3",
            "ppo.rollout.promptsPerStep=8",
            "ppo.rollout.maximumNewTokens=16",
            "ppo.run.checkpointInterval=1",
            "evaluation.prompts=8",
            "evaluation.maximumNewTokens=16");

    @TempDir
    private Path folder;

    @Test
    void runsTheWholeLineAndReports() throws IOException {
        CommandRun run = CommandRun.of(arguments("line", "--json"));
        assertEquals(0, run.exitCode(), run.errors());
        assertTrue(run.output().contains("\"state\" : \"done\""), run.output());
        assertTrue(run.output().contains("planted preference"), run.output());
        assertTrue(Files.readString(folder.resolve("line/report.html")).contains("simulated"));
        assertTrue(Files.readString(folder.resolve("line/data/rankings.jsonl")).contains("\"annotator\":\"simulated-"));
    }

    @Test
    void killedLineGoesOnToTheSameModel() throws IOException, InterruptedException {
        ChildProcess child = ChildProcess.start(folder, List.of(arguments("killed")));
        child.await(() -> Files.isDirectory(folder.resolve("killed/sft/checkpoints"))); // four stages are still to come
        child.signal("KILL");
        child.exitCode();
        assertEquals(0, CommandRun.of(arguments("killed")).exitCode());
        assertEquals(0, CommandRun.of(arguments("whole")).exitCode());
        assertEquals(hash("whole"), hash("killed"));
    }

    @Test
    void finishedLineIsNotDoneAgain() {
        CommandRun.of(arguments("line"));
        CommandRun again = CommandRun.of(arguments("line"));
        assertEquals(0, again.exitCode(), again.errors());
        assertFalse(again.errors().contains("[1/"), again.errors());
    }

    @Test
    void otherSettingsInTheSameFolderAreRefused() {
        CommandRun.of(arguments("line"));
        CommandRun other = CommandRun.of(arguments("line", "--set", "ppo.steps=4"));
        assertTrue(other.isUserError(), other.errors());
        assertTrue(other.errors().contains("ppo.steps"), other.errors());
    }

    private String hash(String line) {
        return ModelFolder.open(folder.resolve(line).resolve("ppo/model")).weightsHash();
    }

    private String[] arguments(String line, String... more) {
        List<String> words = new ArrayList<>(
                List.of("quickstart", "--run-dir", folder.resolve(line).toString()));
        SIZES.forEach(size -> words.addAll(List.of("--set", size)));
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }
}
