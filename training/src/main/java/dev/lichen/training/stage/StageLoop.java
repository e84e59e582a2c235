package dev.lichen.training.stage;

import dev.lichen.training.CheckpointStore;
import dev.lichen.training.Checkpointable;
import dev.lichen.training.Metrics;
import dev.lichen.training.Outcome;
import dev.lichen.training.RunConfig;
import dev.lichen.training.RunDirectory;
import dev.lichen.training.StageEnvironment;
import dev.lichen.training.StepFunction;
import dev.lichen.training.TrainingListener;
import dev.lichen.training.TrainingListeners;
import dev.lichen.training.TrainingLoop;
import dev.lichen.training.TrainingPlan;
import dev.lichen.training.listener.DivergenceCheck;
import dev.lichen.training.listener.JsonLinesMetrics;
import dev.lichen.training.listener.PeriodicCheckpoint;
import dev.lichen.training.listener.PeriodicEvaluation;
import dev.lichen.training.listener.SampleTranscripts;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongFunction;

/**
 * Runs a stage's steps in its run folder: from the latest checkpoint on, with metrics, evaluations, checkpoints and a
 * check for divergence. The order of the listeners is decided here once: what is measured is written first, a state that
 * diverged is never saved, and a checkpoint comes after everything that belongs to its step.
 *
 * @param environment who listens and who may stop
 * @param run the open run folder
 * @param config the intervals
 * @param limits the highest value of some metrics; see {@link DivergenceCheck}
 */
public record StageLoop(StageEnvironment environment, RunDirectory run, RunConfig config, Map<String, Double> limits) {

    /**
     * Does the steps that are left.
     *
     * @param totalSteps of the whole run
     * @param parts what a checkpoint holds; they take the latest checkpoint's state first
     * @param evaluation measures on held-out data, given how many steps are done
     * @param steps makes the step, given where to send samples
     */
    public Outcome run(
            long totalSteps,
            List<? extends Checkpointable> parts,
            LongFunction<Metrics> evaluation,
            Function<TrainingListener, StepFunction> steps) {
        CheckpointStore store = run.checkpoints(config.keepCheckpoints());
        long stepsDone = store.restoreLatest(parts);
        System.gc(); // unmaps the files of weights that were read, whose pages count as this process's memory
        TrainingListeners written = TrainingListeners.of(
                new JsonLinesMetrics(run.metricsFile()),
                new SampleTranscripts(run.samplesFile()),
                environment.display());
        TrainingListeners all = written.and(
                new DivergenceCheck(limits),
                new PeriodicEvaluation(config.evaluationInterval(), evaluation, unlessEmpty(written)),
                new PeriodicCheckpoint(config.checkpointInterval(), store, parts, written));
        TrainingLoop loop = new TrainingLoop(all, environment.stop(), environment.clock());
        return loop.run(new TrainingPlan(stepsDone, totalSteps), steps.apply(written));
    }

    /** Where nothing is held out there is nothing to write. */
    private static TrainingListener unlessEmpty(TrainingListener listener) {
        return new TrainingListener() {
            @Override
            public void onEvaluation(Evaluation evaluation) {
                if (!evaluation.metrics().isEmpty()) {
                    listener.onEvaluation(evaluation);
                }
            }
        };
    }
}
