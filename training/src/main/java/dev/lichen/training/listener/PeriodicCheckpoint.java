package dev.lichen.training.listener;

import dev.lichen.training.CheckpointStore;
import dev.lichen.training.Checkpointable;
import dev.lichen.training.Outcome;
import dev.lichen.training.Step;
import dev.lichen.training.TrainingListener;
import java.util.List;

/**
 * Writes a checkpoint at regular steps, and when training ends, whether it is done or was asked to stop.
 *
 * <p>Training that fails writes none: what failed is not worth going on from.
 */
public final class PeriodicCheckpoint implements TrainingListener {

    private final long interval;
    private final CheckpointStore store;
    private final List<Checkpointable> parts;
    private final TrainingListener listener;
    private long unsaved;

    /**
     * Makes the listener; put it last, after those whose state it saves.
     *
     * @param interval steps from one checkpoint to the next; 0 for none before the end
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
        unsaved = step.number();
        if (step.isMultipleOf(interval)) {
            save();
        }
    }

    @Override
    public void onEnd(Outcome outcome) {
        if (unsaved > 0) {
            save();
        }
    }

    private void save() {
        listener.onCheckpoint(store.write(unsaved, parts));
        unsaved = 0;
    }
}
