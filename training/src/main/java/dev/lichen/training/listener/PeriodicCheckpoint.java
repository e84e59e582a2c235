package dev.lichen.training.listener;

import dev.lichen.training.CheckpointStore;
import dev.lichen.training.Checkpointable;
import dev.lichen.training.Step;
import dev.lichen.training.TrainingListener;
import java.util.List;

/** Writes a checkpoint at regular steps, and after the last step before the process ends. */
public final class PeriodicCheckpoint implements TrainingListener {

    private final long interval;
    private final CheckpointStore store;
    private final List<Checkpointable> parts;
    private final TrainingListener listener;

    /**
     * Makes the listener; put it last, after those whose state it saves.
     *
     * @param interval steps from one checkpoint to the next; 0 for none but the last
     * @param store where to
     * @param parts what a checkpoint holds
     * @param listener hears of each checkpoint
     */
    public PeriodicCheckpoint(
            long interval, CheckpointStore store, List<? extends Checkpointable> parts, TrainingListener listener) {
        this.interval = interval;
        this.store = store;
        this.parts = List.copyOf(parts);
        this.listener = listener;
    }

    @Override
    public void onStep(Step step) {
        if (step.last() || step.isMultipleOf(interval)) {
            listener.onCheckpoint(store.write(step.number(), parts));
        }
    }
}
