package dev.lichen.training.listener;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lichen.training.Metrics;
import dev.lichen.training.Step;
import dev.lichen.training.TrainingListener.Evaluation;
import dev.lichen.training.TrainingListener.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Seals the lines of metrics.jsonl and samples.jsonl, which other programs read. */
class LogsTest {

    @TempDir
    private Path folder;

    @Test
    void aStepAndAnEvaluationAreALineEach() throws IOException {
        Path file = folder.resolve("metrics.jsonl");
        JsonLinesMetrics log = new JsonLinesMetrics(file);

        log.onStep(new Step(3, 9, Metrics.of("loss", 0.1).with("kl", Double.NaN), Duration.ofMillis(1250)));
        log.onEvaluation(new Evaluation(3, Metrics.of("validation/loss", 2)));

        assertEquals("""
                {"step":3,"loss":0.1,"kl":"NaN","time/step_seconds":1.25}
                {"step":3,"validation/loss":2.0}
                """, Files.readString(file));
    }

    @Test
    void aSampleIsALine() throws IOException {
        Path file = folder.resolve("samples.jsonl");

        new SampleTranscripts(file).onSample(new Sample(3, "Où?\n", "这里", Metrics.of("score", 0.5)));

        assertEquals(
                "{\"step\":3,\"prompt\":\"Où?\\n\",\"response\":\"这里\",\"scores\":{\"score\":0.5}}\n",
                Files.readString(file));
    }
}
