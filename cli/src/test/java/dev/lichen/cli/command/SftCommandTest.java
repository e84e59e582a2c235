package dev.lichen.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.lm.checkpoint.ModelFolder;
import dev.lichen.training.RunRecord;
import dev.lichen.training.RunState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs fine-tuning as a user does: wrong settings, wrong files, signals and kills. */
class SftCommandTest {

    private static final int STEPS = 300;
    private static final int CHECKPOINTED = 20;

    @TempDir
    private Path folder;

    private Path demonstrations;

    @BeforeEach
    void writeModelAndData() throws IOException {
        TinyModelFolder.write(folder.resolve("tiny"), 1);
        String lines = IntStream.range(0, STEPS)
                .mapToObj(i -> ("{\"messages\":[{\"role\":\"user\",\"content\":\"question %d\"},"
                                + "{\"role\":\"assistant\",\"content\":\"yes\"}]}")
                        .formatted(i))
                .collect(Collectors.joining("\n"));
        demonstrations = Files.writeString(folder.resolve("demonstrations.jsonl"), lines);
    }

    @Test
    void trainsAndSaysWhereTheModelIs() {
        CommandRun run = sft("run", "--set", "epochs=0.02", "--json");
        assertEquals(0, run.exitCode(), run.errors());
        assertTrue(run.output().contains("\"state\" : \"done\""), run.output());
        ModelFolder.open(folder.resolve("run/model"));
    }

    @Test
    void unknownKeyListsTheKnownOnes() {
        CommandRun run = sft("run", "--set", "batch.sise=4");
        assertTrue(run.isUserError(), run.errors());
        assertTrue(run.errors().contains("sise") && run.errors().contains("microBatchTokens"), run.errors());
    }

    @Test
    void missingEmptyAndForeignFilesAreUsersErrors() throws IOException {
        demonstrations = folder.resolve("absent.jsonl");
        assertTrue(sft("run").isUserError());
        demonstrations = Files.writeString(folder.resolve("empty.jsonl"), "");
        assertTrue(sft("run2").isUserError());
        demonstrations = Files.writeString(folder.resolve("foreign.jsonl"), "PK\u0003\u0004");
        assertTrue(sft("run3").isUserError());
    }

    @Test
    void takenFolderIsNotOverwritten() {
        sft("run", "--set", "epochs=0.02");
        CommandRun again = sft("run", "--set", "epochs=0.02");
        assertTrue(again.isUserError(), again.errors());
        assertTrue(again.errors().contains("--resume"), again.errors());
    }

    @Test
    void lossThatIsNotANumberEndsTheRun() throws IOException {
        CommandRun run = sft("run", "--set", "optimizer.learningRate=1e30");
        assertTrue(run.exitCode() == 2 || run.exitCode() == 1, run.errors());
        assertTrue(lastLine(run.errors()).startsWith("lichen: "), run.errors());
        assertEquals(RunState.FAILED, RunRecord.read(folder.resolve("run")).state());
        assertFalse(Files.exists(folder.resolve("run/model")), "no model of a run that diverged");
    }

    @Test
    void interruptedRunEndsWithZeroAndResumesToTheSameModel() throws IOException, InterruptedException {
        ChildProcess child = start("run");
        child.await(() -> lines("run") >= 5);
        child.interrupt();
        assertEquals(0, child.exitCode(), child.errors());
        assertEquals(RunState.INTERRUPTED, RunRecord.read(folder.resolve("run")).state());
        assertTrue(lines("run") < STEPS, "stopped before the end");
        assertSameAsUninterrupted("run");
    }

    @Test
    void killedRunResumesToTheSameModel() throws IOException, InterruptedException {
        ChildProcess child = start("run");
        child.await(() -> lines("run") > CHECKPOINTED);
        child.signal("KILL");
        child.exitCode();
        assertEquals(RunState.RUNNING, RunRecord.read(folder.resolve("run")).state());
        assertSameAsUninterrupted("run");
    }

    @Test
    void fullDiskEndsTheRunWithOneLineAndKeepsWhatWasWritten() throws IOException, InterruptedException {
        ChildProcess child = ChildProcess.startOnFullDisk(folder, 64, List.of(arguments("run", slow())));
        assertEquals(2, child.exitCode(), child.errors());
        assertTrue(lastLine(child.errors()).startsWith("lichen: "), child.errors());
        assertEquals(RunState.FAILED, RunRecord.read(folder.resolve("run")).state());
        assertSameAsUninterrupted("run");
    }

    @Test
    void secondSignalStopsAtOnce() throws IOException, InterruptedException {
        ChildProcess child = start("run");
        child.await(() -> lines("run") >= 1);
        child.signal("STOP"); // both signals wait for the process, so that no step comes between them
        child.interrupt();
        child.signal("TERM");
        child.signal("CONT");
        int exitCode = child.exitCode();
        assertTrue(exitCode == 130 || exitCode == 0, "exit code " + exitCode + ": " + child.errors());
    }

    private void assertSameAsUninterrupted(String run) {
        CommandRun resumed = sft(run, slow("--resume"));
        assertEquals(0, resumed.exitCode(), resumed.errors());
        CommandRun whole = sft("whole", slow());
        assertEquals(0, whole.exitCode(), whole.errors());
        assertEquals(
                ModelFolder.open(folder.resolve("whole/model")).weightsHash(),
                ModelFolder.open(folder.resolve(run + "/model")).weightsHash());
    }

    private ChildProcess start(String run) throws IOException {
        return ChildProcess.start(folder, List.of(arguments(run, slow())));
    }

    /** One example a step and a checkpoint every twenty steps. */
    private static String[] slow(String... more) {
        List<String> words = new ArrayList<>(List.of("--set", "batch.size=1", "--set", "epochs=1"));
        words.addAll(List.of("--set", "run.checkpointInterval=" + CHECKPOINTED, "--set", "data.validationFraction=0"));
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }

    private CommandRun sft(String run, String... more) {
        return CommandRun.of(arguments(run, more));
    }

    private String[] arguments(String run, String... more) {
        List<String> words =
                new ArrayList<>(List.of("sft", "--run-dir", folder.resolve(run).toString()));
        words.addAll(List.of("--set", "model=" + folder.resolve("tiny")));
        words.addAll(List.of("--set", "data.demonstrations=" + demonstrations));
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }

    private long lines(String run) {
        Path metrics = folder.resolve(run).resolve("metrics.jsonl");
        if (!Files.exists(metrics)) {
            return 0;
        }
        try (var lines = Files.lines(metrics)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String lastLine(String text) {
        return text.lines().reduce("", (first, second) -> second);
    }
}
