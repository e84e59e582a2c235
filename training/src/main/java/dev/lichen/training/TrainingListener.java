package dev.lichen.training;

import java.nio.file.Path;

/**
 * Hears what happens in a training run; every method does nothing by default.
 *
 * <p>Listeners run in the thread that trains, in the order in which they were given, and never change the trainer.
 * Whatever one throws ends the run.
 */
public interface TrainingListener {

    /** Hears that training begins. */
    default void onStart(TrainingPlan plan) {}

    /**
     * Hears what the user should know of the data or the models, such as how many records are left out and why.
     *
     * @param notice one line
     */
    default void onNotice(String notice) {}

    /** Hears that a step is done. */
    default void onStep(Step step) {}

    /** Hears the result of an evaluation. */
    default void onEvaluation(Evaluation evaluation) {}

    /** Hears what the model says at this point of its training. */
    default void onSample(Sample sample) {}

    /** Hears that a checkpoint is complete on the disk. */
    default void onCheckpoint(SavedCheckpoint checkpoint) {}

    /** Hears that training ended, but not when it failed. */
    default void onEnd(Outcome outcome) {}

    /**
     * Gives what was measured on data that is not trained on.
     *
     * @param stepsDone after how many steps
     * @param metrics the measurements
     */
    record Evaluation(long stepsDone, Metrics metrics) {}

    /**
     * Gives one text of the model.
     *
     * @param stepsDone after how many steps
     * @param prompt what the model was shown
     * @param response what it said
     * @param scores what was measured of the response: its reward, its divergence from the reference, its length
     */
    record Sample(long stepsDone, String prompt, String response, Metrics scores) {}

    /**
     * Gives a checkpoint's place.
     *
     * @param stepsDone after how many steps it was taken
     * @param folder the folder that holds it
     */
    record SavedCheckpoint(long stepsDone, Path folder) {}
}
