package dev.lichen.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lichen.training.ToyRun.ToyConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the promise of the run folder: train 10 equals train 5, end somehow, resume, train 5. */
class ResumedRunTest {

    private static final ToyConfig CONFIG = new ToyConfig(7, 10, 3);
    private static final TrainingListener NOBODY = new TrainingListener() {};

    @TempDir
    private Path folder;

    /** Stands for SIGKILL: no listener, no cleaning up. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private static TrainingListener atStep(long number, Runnable action) {
        return new TrainingListener() {
            @Override
            public void onStep(Step step) {
                if (step.number() == number) {
                    action.run();
                }
            }
        };
    }

    private static TrainingListener killAfter(long number) {
        return atStep(number, () -> {
            throw new Killed();
        });
    }

    /** Returns every file of a run but the lock and run.json, whose times and states differ by nature. */
    private static Map<String, String> contents(Path run) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(run)) {
            for (Path file : paths.filter(Files::isRegularFile).toList()) {
                contents.put(run.relativize(file).toString(), Files.readString(file));
            }
        }
        contents.remove("run.json");
        contents.remove(".lock");
        return contents;
    }

    private Map<String, String> uninterrupted() throws IOException {
        Path run = folder.resolve("whole");
        new ToyRun(CONFIG).train(run, false, StopRequest.patient(), NOBODY);
        return contents(run);
    }

    @Test
    void aKilledAndResumedRunEqualsAnUninterruptedOne() throws IOException {
        Path run = folder.resolve("killed");
        assertThrows(Killed.class, () -> new ToyRun(CONFIG).train(run, false, StopRequest.patient(), killAfter(5)));

        Outcome outcome = new ToyRun(CONFIG).train(run, true, StopRequest.patient(), NOBODY);

        assertEquals(Outcome.DONE, outcome);
        assertEquals(uninterrupted(), contents(run));
    }

    @Test
    void aRunKilledTwiceEqualsAnUninterruptedOne() throws IOException {
        Path run = folder.resolve("killed");
        assertThrows(Killed.class, () -> new ToyRun(CONFIG).train(run, false, StopRequest.patient(), killAfter(2)));
        assertThrows(Killed.class, () -> new ToyRun(CONFIG).train(run, true, StopRequest.patient(), killAfter(8)));

        new ToyRun(CONFIG).train(run, true, StopRequest.patient(), NOBODY);

        assertEquals(uninterrupted(), contents(run));
    }

    @Test
    void aStoppedAndResumedRunLosesNoStep() throws IOException {
        Path run = folder.resolve("stopped");
        for (long stopAt : new long[] {2, 5}) {
            StopRequest stop = StopRequest.patient();
            boolean resume = stopAt > 2;
            Outcome outcome = new ToyRun(CONFIG).train(run, resume, stop, atStep(stopAt, stop::request));
            assertEquals(Outcome.INTERRUPTED, outcome);
            assertEquals(
                    stopAt,
                    new CheckpointStore(run.resolve("checkpoints"), 9)
                            .latest()
                            .orElseThrow()
                            .stepsDone());
        }

        new ToyRun(CONFIG).train(run, true, StopRequest.patient(), NOBODY);

        assertEquals(uninterrupted(), contents(run));
    }

    @Test
    void resumingADoneRunChangesNothing() throws IOException {
        Map<String, String> before = uninterrupted();
        ToyRun again = new ToyRun(CONFIG);

        assertEquals(Outcome.DONE, again.train(folder.resolve("whole"), true, StopRequest.patient(), NOBODY));

        assertEquals(before, contents(folder.resolve("whole")));
    }

    @Test
    void negativeControlAForgottenMomentIsSeen() throws IOException {
        Path run = folder.resolve("killed");
        assertThrows(Killed.class, () -> new ToyRun(CONFIG).train(run, false, StopRequest.patient(), killAfter(5)));
        forgetMoment(run.resolve("checkpoints/step-000003"));

        new ToyRun(CONFIG).train(run, true, StopRequest.patient(), NOBODY);

        assertNotEquals(uninterrupted().get("metrics.jsonl"), contents(run).get("metrics.jsonl"));
    }

    private static void forgetMoment(Path checkpoint) throws IOException {
        Files.writeString(checkpoint.resolve("state.json"), "{\"moment\": 0.0}\n");
        CheckpointManifest old = Json.read(checkpoint.resolve("checkpoint.json"), CheckpointManifest.class);
        CheckpointManifest.of(old.step(), old.parts(), checkpoint).writeTo(checkpoint);
    }
}
