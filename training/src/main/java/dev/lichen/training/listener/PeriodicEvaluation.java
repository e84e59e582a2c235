package dev.lichen.training.listener;

import dev.lichen.training.Metrics;
import dev.lichen.training.Step;
import dev.lichen.training.TrainingListener;
import java.util.function.LongFunction;

/** Evaluates at regular steps, and after the run's last step. */
public final class PeriodicEvaluation implements TrainingListener {

    private final long interval;
    private final LongFunction<Metrics> evaluation;
    private final TrainingListener listener;

    /**
     * Makes the listener; put it before the one that writes checkpoints.
     *
     * @param interval steps from one evaluation to the next; 0 for none but the last
     * @param evaluation measures, given how many steps are done; changes nothing that training depends on
     * @param listener hears of the measurements
     */
    public PeriodicEvaluation(long interval, LongFunction<Metrics> evaluation, TrainingListener listener) {
        this.interval = interval;
        this.evaluation = evaluation;
        this.listener = listener;
    }

    @Override
    public void onStep(Step step) {
        if (step.completesRun() || step.isMultipleOf(interval)) {
            listener.onEvaluation(new Evaluation(step.number(), evaluation.apply(step.number())));
        }
    }
}
