/**
 * What every stage shares: the loop, the run folder, checkpoints, random streams, batches, metrics.
 *
 * <p>A stage composes these parts and adds its own step; nothing here is extended. {@link
 * dev.lichen.training.TrainingLoop} calls a {@link dev.lichen.training.StepFunction} and tells {@linkplain
 * dev.lichen.training.TrainingListener listeners}; all else that happens around a step is a listener, in the order in
 * which they are given:
 *
 * <pre>{@code
 * TrainingListener heard = TrainingListeners.of(
 *         new JsonLinesMetrics(run.metricsFile()), new SampleTranscripts(run.samplesFile()), progress);
 * TrainingListener all = TrainingListeners.of(
 *         heard,
 *         new DivergenceCheck(Map.of()),
 *         new PeriodicEvaluation(50, validation, heard),
 *         new PeriodicCheckpoint(100, store, parts, heard));
 * long stepsDone = store.restoreLatest(parts);
 * run.record(() -> new TrainingLoop(all, stop, clock).run(new TrainingPlan(stepsDone, totalSteps), this::step));
 * }</pre>
 *
 * <p><b>Training 10 steps equals training 5, being killed, and training 5 more, bit for bit.</b> Three rules make it
 * so. Batches, rates and random numbers are functions of how many steps went before ({@link
 * dev.lichen.training.BatchPlan}, {@link dev.lichen.training.RandomStreams}), so there is no generator to save. What
 * does change from step to step is a {@link dev.lichen.training.Checkpointable} part of the checkpoint. And what a run
 * folder says beyond the checkpoint's step is forgotten when the run is resumed.
 *
 * <p>Steps: code counts how many went before (0 for the first); people read how many are done (1 after the first), and
 * so do metrics, samples and the names of checkpoints.
 */
@NullMarked
package dev.lichen.training;

import org.jspecify.annotations.NullMarked;
