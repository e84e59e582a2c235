package dev.lichen.training;

/** Says how a training loop ended without failing. */
public enum Outcome {
    /** Every step is done. */
    DONE,
    /** The run was asked to stop and did so after a step; it can be resumed. */
    INTERRUPTED
}
