package dev.lichen.training;

import java.util.ArrayList;
import java.util.List;

/** Writes down what it hears, one short text an event. */
public final class RecordingListener implements TrainingListener {

    private final List<String> events = new ArrayList<>();

    /** Returns the events so far, in order. */
    public List<String> events() {
        return events;
    }

    @Override
    public void onStart(TrainingPlan plan) {
        events.add("start after " + plan.stepsDone());
    }

    @Override
    public void onStep(Step step) {
        events.add("step " + step.number());
    }

    @Override
    public void onEvaluation(Evaluation evaluation) {
        events.add("evaluation " + evaluation.stepsDone());
    }

    @Override
    public void onSample(Sample sample) {
        events.add("sample " + sample.stepsDone());
    }

    @Override
    public void onCheckpoint(SavedCheckpoint checkpoint) {
        events.add("checkpoint " + checkpoint.stepsDone());
    }

    @Override
    public void onEnd(Outcome outcome) {
        events.add("end " + outcome);
    }
}
