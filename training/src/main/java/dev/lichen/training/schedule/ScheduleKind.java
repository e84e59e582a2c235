package dev.lichen.training.schedule;

/** Names the shapes that a learning rate can follow. */
public enum ScheduleKind {
    /** The peak throughout. */
    CONSTANT,
    /** A straight line to the minimum. */
    LINEAR,
    /** Half a cosine to the minimum. */
    COSINE,
    /** The inverse root of the step; needs a warm-up. */
    INVERSE_SQUARE_ROOT
}
