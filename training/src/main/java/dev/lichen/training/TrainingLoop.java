package dev.lichen.training;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Runs the steps of a training run and tells the listeners, and nothing else.
 *
 * <p>It knows no file, no console and no model: checkpoints, logs, evaluation and early stops are
 * {@linkplain TrainingListener listeners}, and the step is a {@linkplain StepFunction function}. Every stage uses this
 * loop as it is; none extends it.
 */
public final class TrainingLoop {

    private final TrainingListener listener;
    private final StopRequest stop;
    private final Clock clock;

    /**
     * Makes a loop.
     *
     * @param listener who hears of the steps; see {@link TrainingListeners#of}
     * @param stop asked before each step whether to go on
     * @param clock measures how long a step takes
     */
    public TrainingLoop(TrainingListener listener, StopRequest stop, Clock clock) {
        this.listener = listener;
        this.stop = stop;
        this.clock = clock;
    }

    /** Does the steps that are left, until the last one or until asked to stop, and returns which of the two it was. */
    public Outcome run(TrainingPlan plan, StepFunction function) {
        listener.onStart(plan);
        Outcome outcome = steps(plan, function);
        listener.onEnd(outcome);
        return outcome;
    }

    private Outcome steps(TrainingPlan plan, StepFunction function) {
        for (long done = plan.stepsDone(); done < plan.totalSteps(); done++) {
            if (stop.isRequested()) {
                return Outcome.INTERRUPTED;
            }
            listener.onStep(step(done, plan.totalSteps(), function));
        }
        return Outcome.DONE;
    }

    private Step step(long done, long total, StepFunction function) {
        Instant start = clock.instant();
        Metrics metrics = function.train(done);
        return new Step(done + 1, total, metrics, Duration.between(start, clock.instant()));
    }
}
