package dev.lichen.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.training.ToyRun.ToyConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDirectoryTest {

    private static final ToyConfig CONFIG = new ToyConfig(7, 10, 3);
    private static final RunDescription DESCRIPTION = ToyRun.describe(CONFIG);

    @TempDir
    private Path parent;

    private Path folder() {
        return parent.resolve("run");
    }

    private RunDirectory open(RunDescription description, boolean resume) {
        return RunDirectory.open(folder(), description, resume, ToyRun.CLOCK);
    }

    private void runOnce() {
        try (RunDirectory run = open(DESCRIPTION, false)) {
            run.record(() -> Outcome.INTERRUPTED);
        }
    }

    private String refusal(RunDescription description, boolean resume) {
        return assertThrows(
                        RunDirectoryException.class,
                        () -> open(description, resume).close())
                .getMessage()
                .replace(folder().toString(), "RUN");
    }

    @Test
    void theRunFileIsSealed() throws IOException {
        runOnce();

        String text = Files.readString(folder().resolve("run.json"));
        Golden.assertMatches("run.json", text.replaceAll("\"process\" : \\d+", "\"process\" : 1"));
    }

    @Test
    void theConfigurationIsResolved() throws IOException {
        runOnce();

        assertEquals("seed: 7\nsteps: 10\ncheckpointInterval: 3\n", Files.readString(folder().resolve("config.yaml")));
    }

    @Test
    void theStateFollowsTheRun() {
        try (RunDirectory run = open(DESCRIPTION, false)) {
            assertEquals(RunState.RUNNING, RunRecord.read(folder()).state());
            run.record(() -> Outcome.DONE);
        }

        assertEquals(RunState.DONE, RunRecord.read(folder()).state());
    }

    @Test
    void aFailureIsRecordedAndPassedOn() {
        try (RunDirectory run = open(DESCRIPTION, false)) {
            assertThrows(
                    TrainingDivergedException.class,
                    () -> run.record(() -> {
                        throw new TrainingDivergedException(4, "loss is NaN", Metrics.of("loss", Double.NaN));
                    }));
        }

        RunRecord record = RunRecord.read(folder());
        assertEquals(RunState.FAILED, record.state());
        assertTrue(record.endReason().orElseThrow().startsWith("Training diverged at step 4: loss is NaN"));
    }

    @Test
    void aTakenFolderIsRefused() {
        runOnce();

        assertEquals(
                "Run folder RUN: it holds a run (interrupted); add --resume to go on with it, or choose another folder",
                refusal(DESCRIPTION, false));
    }

    @Test
    void aFolderOfSomethingElseIsRefused() throws IOException {
        Files.createDirectories(folder());
        Files.writeString(folder().resolve("thesis.tex"), "years of work");

        assertEquals(
                "Run folder RUN: it is not empty and holds no run; choose another folder", refusal(DESCRIPTION, false));
        assertEquals(refusal(DESCRIPTION, false), refusal(DESCRIPTION, true));
    }

    @Test
    void nothingCannotBeResumed() {
        assertEquals(
                "Run folder RUN: there is no run to resume; leave out --resume to start one",
                refusal(DESCRIPTION, true));
    }

    @Test
    void aRunKilledBeforeItBeganCanBeResumed() throws IOException {
        Files.createDirectories(folder());
        Files.writeString(folder().resolve("config.yaml"), "seed");
        Files.writeString(folder().resolve(".run.json.partial-12"), "{");

        open(DESCRIPTION, true).close();

        assertEquals(RunState.RUNNING, RunRecord.read(folder()).state());
    }

    @Test
    void changedSettingsAreNamed() {
        runOnce();

        assertEquals(
                "Run folder RUN: to resume, the configuration must be the one it began with; changed (before, now): "
                        + "steps: 10, 20; checkpointInterval: 3, 5",
                refusal(ToyRun.describe(new ToyConfig(7, 20, 5)), true));
    }

    @Test
    void changedDataIsNamed() {
        runOnce();
        RunDescription changed =
                new RunDescription("toy", CONFIG, 7, "cpu", Map.of(), Map.of("data", "abd"), List.of());

        assertEquals(
                "Run folder RUN: to resume, what it reads must be unchanged; changed: data", refusal(changed, true));
    }

    @Test
    void aRunOfAnotherStageIsRefused() {
        runOnce();
        RunDescription other = new RunDescription("ppo", CONFIG, 7, "cpu", Map.of(), Map.of("data", "abc"), List.of());

        assertEquals("Run folder RUN: found a run of toy, expected one of ppo", refusal(other, true));
    }

    @Test
    void twoAtOnceAreOneTooMany() {
        try (RunDirectory first = open(DESCRIPTION, false)) {
            assertEquals(
                    "Run folder RUN: another process works on it; wait for it, or stop it", refusal(DESCRIPTION, true));
            assertEquals(folder(), first.folder());
        }
        open(DESCRIPTION, true).close();
    }

    @Test
    void everyStartIsRemembered() {
        runOnce();
        open(DESCRIPTION, true).close();

        assertEquals(2, RunRecord.read(folder()).started().size());
    }

    @Test
    void aForeignRunFileIsNamed() throws IOException {
        runOnce();
        Files.writeString(folder().resolve("run.json"), "[]");

        String message = assertThrows(
                        dev.lichen.LichenException.class,
                        () -> open(DESCRIPTION, true).close())
                .getMessage();
        assertTrue(message.startsWith(folder().resolve("run.json") + ": found a file that is not readable"));
    }
}
