package dev.lichen.training;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Passes what it hears to several listeners, in order. */
public final class TrainingListeners implements TrainingListener {

    private final List<TrainingListener> listeners;

    private TrainingListeners(List<TrainingListener> listeners) {
        this.listeners = listeners;
    }

    /** Returns one listener that stands for several. */
    public static TrainingListeners of(TrainingListener... listeners) {
        return new TrainingListeners(List.of(listeners));
    }

    /** Returns one listener that stands for several. */
    public static TrainingListeners of(List<? extends TrainingListener> listeners) {
        return new TrainingListeners(List.copyOf(listeners));
    }

    /** Returns these listeners followed by more. */
    public TrainingListeners and(TrainingListener... more) {
        return new TrainingListeners(
                Stream.concat(listeners.stream(), Stream.of(more)).toList());
    }

    @Override
    public void onStart(TrainingPlan plan) {
        each(listener -> listener.onStart(plan));
    }

    @Override
    public void onNotice(String notice) {
        each(listener -> listener.onNotice(notice));
    }

    @Override
    public void onStep(Step step) {
        each(listener -> listener.onStep(step));
    }

    @Override
    public void onEvaluation(Evaluation evaluation) {
        each(listener -> listener.onEvaluation(evaluation));
    }

    @Override
    public void onSample(Sample sample) {
        each(listener -> listener.onSample(sample));
    }

    @Override
    public void onCheckpoint(SavedCheckpoint checkpoint) {
        each(listener -> listener.onCheckpoint(checkpoint));
    }

    @Override
    public void onEnd(Outcome outcome) {
        each(listener -> listener.onEnd(outcome));
    }

    private void each(Consumer<TrainingListener> call) {
        listeners.forEach(call);
    }
}
