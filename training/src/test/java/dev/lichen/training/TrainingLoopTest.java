package dev.lichen.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingLoopTest {

    private final RecordingListener listener = new RecordingListener();
    private final StopRequest stop = StopRequest.patient();
    private final List<Long> trained = new ArrayList<>();

    private Outcome run(TrainingListener heard, TrainingPlan plan, StepFunction function) {
        return new TrainingLoop(heard, stop, new SteppingClock(Duration.ofSeconds(2))).run(plan, function);
    }

    private Metrics train(long stepsDone) {
        trained.add(stepsDone);
        return Metrics.of("loss", (double) stepsDone);
    }

    @Test
    void everyStepIsTrainedAndHeardOnce() {
        Outcome outcome = run(listener, TrainingPlan.ofSteps(3), this::train);

        assertEquals(Outcome.DONE, outcome);
        assertEquals(List.of(0L, 1L, 2L), trained);
        assertEquals(List.of("start after 0", "step 1", "step 2", "step 3", "end DONE"), listener.events());
    }

    @Test
    void aResumedRunStartsAfterItsCheckpoint() {
        run(listener, new TrainingPlan(2, 3), this::train);

        assertEquals(List.of(2L), trained);
        assertEquals(List.of("start after 2", "step 3", "end DONE"), listener.events());
    }

    @Test
    void aStopRequestedDuringAStepLetsItFinish() {
        Outcome outcome = run(listener, TrainingPlan.ofSteps(3), stepsDone -> {
            if (stepsDone == 1) {
                stop.request();
            }
            return train(stepsDone);
        });

        assertEquals(Outcome.INTERRUPTED, outcome);
        assertEquals(List.of("start after 0", "step 1", "step 2", "end INTERRUPTED"), listener.events());
    }

    @Test
    void aStopDuringTheLastStepIsNoInterruption() {
        Outcome outcome = run(listener, TrainingPlan.ofSteps(1), stepsDone -> {
            stop.request();
            return train(stepsDone);
        });

        assertEquals(Outcome.DONE, outcome);
    }

    @Test
    void aStopBeforeTheFirstStepTrainsNothing() {
        stop.request();

        assertEquals(Outcome.INTERRUPTED, run(listener, TrainingPlan.ofSteps(3), this::train));
        assertEquals(List.of(), trained);
    }

    @Test
    void aStopRequestedWhileListenersHearEndsAfterThem() {
        TrainingListener stopper = new TrainingListener() {
            @Override
            public void onStep(Step step) {
                stop.request();
            }
        };

        run(TrainingListeners.of(stopper, listener), TrainingPlan.ofSteps(3), this::train);

        assertEquals(List.of("start after 0", "step 1", "end INTERRUPTED"), listener.events());
    }

    @Test
    void theDurationIsTheClocks() {
        List<Duration> durations = new ArrayList<>();
        TrainingListener timer = new TrainingListener() {
            @Override
            public void onStep(Step step) {
                durations.add(step.duration());
            }
        };

        run(timer, TrainingPlan.ofSteps(2), this::train);

        assertEquals(List.of(Duration.ofSeconds(2), Duration.ofSeconds(2)), durations);
    }

    @Test
    void aListenersExceptionEndsTheRun() {
        TrainingListener failing = new TrainingListener() {
            @Override
            public void onStep(Step step) {
                throw new IllegalStateException("no");
            }
        };

        assertThrows(IllegalStateException.class, () -> run(failing, TrainingPlan.ofSteps(3), this::train));
        assertEquals(List.of(0L), trained);
    }
}
