package dev.lichen.training;

import dev.lichen.training.listener.DivergenceCheck;
import dev.lichen.training.listener.JsonLinesMetrics;
import dev.lichen.training.listener.PeriodicCheckpoint;
import dev.lichen.training.listener.PeriodicEvaluation;
import dev.lichen.training.listener.SampleTranscripts;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Is a whole run without a model: two numbers that walk at random, with everything that surrounds a real run. */
final class ToyRun {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2025-01-01T00:00:00Z"), ZoneOffset.UTC);

    /**
     * Configures the run.
     *
     * @param seed of the walk
     * @param steps how many
     * @param checkpointInterval steps from one checkpoint to the next
     */
    record ToyConfig(long seed, long steps, long checkpointInterval) {}

    private final ToyConfig config;
    private final NumberPart weight = new NumberPart("weight", 0);
    private double moment;

    ToyRun(ToyConfig config) {
        this.config = config;
    }

    static RunDescription describe(ToyConfig config) {
        return new RunDescription(
                "toy",
                config,
                config.seed(),
                "cpu",
                Map.of("lichen", "1", "java", "25"),
                Map.of("data", "abc"),
                List.of("runs/base"));
    }

    double weight() {
        return weight.value;
    }

    /** Trains in the folder; the listener comes after those that write, and may end the run by throwing. */
    Outcome train(Path folder, boolean resume, StopRequest stop, TrainingListener last) {
        try (RunDirectory run = RunDirectory.open(folder, describe(config), resume, CLOCK)) {
            List<Checkpointable> parts = List.of(
                    weight,
                    new TrainingState(List.of(
                            new TrainingState.Entry<>("moment", Double.class, () -> moment, value -> moment = value))));
            CheckpointStore store = run.checkpoints(2);
            TrainingListeners heard = TrainingListeners.of(
                    new JsonLinesMetrics(run.metricsFile()), new SampleTranscripts(run.samplesFile()));
            TrainingListeners all = heard.and(
                    new DivergenceCheck(Map.of()),
                    new PeriodicEvaluation(2, this::evaluate, heard),
                    sampling(heard),
                    new PeriodicCheckpoint(config.checkpointInterval(), store, parts, heard),
                    last);
            TrainingPlan plan = new TrainingPlan(store.restoreLatest(parts), config.steps());
            return run.record(() -> new TrainingLoop(all, stop, CLOCK).run(plan, this::step));
        }
    }

    private Metrics step(long stepsDone) {
        RandomGenerator random = new RandomStreams(config.seed()).stream("walk", stepsDone, 0);
        moment = 0.9 * moment + random.nextGaussian();
        weight.value += 0.1 * moment;
        return Metrics.of("loss", weight.value * weight.value).with("moment", moment);
    }

    private Metrics evaluate(long stepsDone) {
        return Metrics.of("validation/loss", weight.value * weight.value + stepsDone);
    }

    private TrainingListener sampling(TrainingListener heard) {
        return new TrainingListener() {
            @Override
            public void onStep(Step step) {
                heard.onSample(new Sample(step.number(), "Où?", "ici " + weight.value, Metrics.of("score", moment)));
            }
        };
    }
}
