package dev.lichen.training.listener;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lichen.training.CheckpointStore;
import dev.lichen.training.Metrics;
import dev.lichen.training.RecordingListener;
import dev.lichen.training.StopRequest;
import dev.lichen.training.TrainingListener;
import dev.lichen.training.TrainingLoop;
import dev.lichen.training.TrainingPlan;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeriodicTest {

    @TempDir
    private Path folder;

    private final RecordingListener heard = new RecordingListener();

    private List<String> events(TrainingListener listener, long steps, long stopDuring) {
        StopRequest stop = StopRequest.patient();
        new TrainingLoop(listener, stop, Clock.systemUTC()).run(TrainingPlan.ofSteps(steps), stepsDone -> {
            if (stepsDone + 1 == stopDuring) {
                stop.request();
            }
            return Metrics.none();
        });
        return heard.events();
    }

    private PeriodicCheckpoint checkpoints(long interval) {
        return new PeriodicCheckpoint(interval, new CheckpointStore(folder, 9), List.of(), heard);
    }

    @Test
    void checkpointsComeAtTheirIntervalAndAtTheEnd() {
        assertEquals(List.of("checkpoint 2", "checkpoint 4", "checkpoint 5"), events(checkpoints(2), 5, 0));
    }

    @Test
    void aStopWritesACheckpoint() {
        assertEquals(List.of("checkpoint 2", "checkpoint 3"), events(checkpoints(2), 5, 3));
    }

    @Test
    void anIntervalOfNothingWritesTheLastOnly() {
        assertEquals(List.of("checkpoint 5"), events(checkpoints(0), 5, 0));
    }

    @Test
    void evaluationsComeAtTheirIntervalAndAtTheEndButNotAtAStop() {
        PeriodicEvaluation evaluation = new PeriodicEvaluation(2, step -> Metrics.of("loss", 1), heard);

        assertEquals(List.of("evaluation 2"), events(evaluation, 5, 3));
        heard.events().clear();
        assertEquals(List.of("evaluation 2", "evaluation 4", "evaluation 5"), events(evaluation, 5, 0));
    }
}
