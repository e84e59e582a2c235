package dev.lichen.training;

import dev.lichen.LichenException;

/** Signals that training left the range where it can recover, naming the step and its last metrics. */
public final class TrainingDivergedException extends LichenException {

    private static final long serialVersionUID = 1L;

    private final long step;
    private final transient Metrics metrics;

    /**
     * Describes the divergence.
     *
     * @param step the step's number, the first being 1
     * @param fault which metric left its range, and how: {@code "loss is NaN"}
     * @param metrics what the step measured
     */
    public TrainingDivergedException(long step, String fault, Metrics metrics) {
        super(
                "Training diverged at step %d: %s; the step's metrics: %s; a lower learning rate is the first thing to try"
                        .formatted(step, fault, metrics));
        this.step = step;
        this.metrics = metrics;
    }

    /** Returns the step's number, the first being 1. */
    public long step() {
        return step;
    }

    /** Returns what the step measured. */
    public Metrics metrics() {
        return metrics;
    }
}
