package dev.lichen.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs stages in tests, stops them in the middle, and compares what they leave. */
public final class StageRuns {

    private static final Pattern CLOCK = Pattern.compile(",?\"" + Metrics.TIME + "[^,}]*");

    private StageRuns() {}

    /** Keeps the metrics of every step and evaluation. */
    public static final class Recorder implements TrainingListener {
        private final List<Metrics> steps = new ArrayList<>();
        private final List<Metrics> evaluations = new ArrayList<>();

        @Override
        public void onStep(Step step) {
            steps.add(step.metrics());
        }

        @Override
        public void onEvaluation(Evaluation evaluation) {
            evaluations.add(evaluation.metrics());
        }

        /** A metric's values, step by step. */
        public double[] values(String name) {
            return steps.stream().mapToDouble(metrics -> metrics.value(name)).toArray();
        }

        /** The names of every metric that was heard. */
        public Set<String> names() {
            return Stream.concat(steps.stream(), evaluations.stream())
                    .flatMap(metrics -> metrics.names().stream())
                    .collect(Collectors.toSet());
        }

        /** The last evaluation. */
        public Metrics lastEvaluation() {
            return evaluations.getLast();
        }
    }

    /**
     * Checks that a run that is stopped after some steps and resumed leaves what an uninterrupted one leaves, bit for bit.
     *
     * @param folder where both run folders go
     * @param stopAfter after how many steps the first process stops
     * @param stage runs the stage in an environment
     */
    public static void assertResumesExactly(Path folder, int stopAfter, Function<StageEnvironment, Outcome> stage)
            throws IOException {
        StageEnvironment whole = StageEnvironment.quiet(folder.resolve("whole"));
        assertEquals(Outcome.DONE, stage.apply(whole));
        StageEnvironment broken = StageEnvironment.quiet(folder.resolve("broken"));
        StopRequest stop = StopRequest.patient();
        assertEquals(Outcome.INTERRUPTED, stage.apply(broken.stoppedBy(stop).shownBy(stopping(stop, stopAfter))));
        assertEquals(Outcome.DONE, stage.apply(broken.resuming(true)));
        assertSameRun(whole.folder(), broken.folder());
    }

    /**
     * Checks that a run whose process is killed by SIGKILL and that another process resumes leaves what an uninterrupted
     * one leaves, bit for bit.
     *
     * @param folder where the stage's data and both run folders go
     * @param killAfter at the end of which step the process is killed; a checkpoint should be older than that
     * @param stage what to run
     */
    public static void assertSurvivesSigkill(Path folder, int killAfter, Class<? extends KilledStage.Stage> stage)
            throws IOException, InterruptedException, ReflectiveOperationException {
        KilledStage.Stage here = stage.getDeclaredConstructor().newInstance();
        StageEnvironment whole = StageEnvironment.quiet(folder.resolve("whole"));
        assertEquals(Outcome.DONE, here.run(folder, whole));
        StageEnvironment killed = StageEnvironment.quiet(folder.resolve("killed"));
        KilledStage.run(stage, folder, killed.folder(), killAfter);
        assertEquals(RunState.RUNNING, RunRecord.read(killed.folder()).state());
        assertEquals(Outcome.DONE, here.run(folder, killed.resuming(true)));
        assertSameRun(whole.folder(), killed.folder());
    }

    private static void assertSameRun(Path one, Path other) throws IOException {
        assertSameFile(one, other, "model/model.safetensors");
        assertEquals(lines(one, "metrics.jsonl"), lines(other, "metrics.jsonl"));
        assertEquals(lines(one, "samples.jsonl"), lines(other, "samples.jsonl"));
    }

    private static TrainingListener stopping(StopRequest stop, int steps) {
        return new TrainingListener() {
            @Override
            public void onStart(TrainingPlan plan) {
                if (steps == 0) {
                    stop.request();
                }
            }

            @Override
            public void onStep(Step step) {
                if (step.number() == steps - 1) { // heard when the next step ends
                    stop.request();
                }
            }
        };
    }

    private static void assertSameFile(Path one, Path other, String name) throws IOException {
        assertArrayEquals(Files.readAllBytes(one.resolve(name)), Files.readAllBytes(other.resolve(name)), name);
    }

    /** The lines of a file without what the clock measured; none if there is no such file. */
    private static List<String> lines(Path folder, String name) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            return List.of();
        }
        return Files.readAllLines(file).stream()
                .map(line -> CLOCK.matcher(line).replaceAll(""))
                .toList();
    }
}
