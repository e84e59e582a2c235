package dev.lichen.training;

/** Does one training step. */
@FunctionalInterface
public interface StepFunction {

    /**
     * Trains for one step and says what it measured.
     *
     * @param stepsDone how many steps went before, counted from the run's beginning: 0 for the first. Batches, rates
     *     and random streams are functions of this number, so that a resumed run does what an uninterrupted one does
     * @return the step's metrics; nothing that lives in native memory
     */
    Metrics train(long stepsDone);
}
