package dev.lichen.training.listener;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lichen.training.Metrics;
import dev.lichen.training.Outcome;
import dev.lichen.training.Step;
import dev.lichen.training.TrainingListener.Evaluation;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleProgressTest {

    private static final Metrics METRICS = Metrics.of("loss", 2.34567)
            .with("rate", 1e-5)
            .with("kl", 0)
            .with("a", 1)
            .with("b", 2);

    private final StringWriter text = new StringWriter();

    private ConsoleProgress progress(ProgressStyle style, String... shown) {
        return new ConsoleProgress(new PrintWriter(text), style, "sft", List.of(shown));
    }

    private static Step step(long number, Duration duration) {
        return new Step(number, 100, METRICS, duration);
    }

    private String printed() {
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    @Test
    void aLineShowsTheFirstMetricsAndTheTimeLeft() {
        progress(ProgressStyle.LINES).onStep(step(10, Duration.ofMillis(1500)));

        assertEquals(
                "sft step 10/100  loss 2.3457  rate 1.00e-05  kl 0.0000  a 1.0000  1.5 s a step, 2 min 15 s left\n",
                printed());
    }

    @Test
    void aNoticeIsALineOfItsOwn() {
        progress(ProgressStyle.LINES).onNotice("3 records are too long");

        assertEquals("sft: 3 records are too long\n", printed());
    }

    @Test
    void theChosenMetricsAreShownInTheirOrder() {
        progress(ProgressStyle.LINES, "b", "missing", "a").onStep(step(99, Duration.ofHours(2)));

        assertEquals("sft step 99/100  b 2.0000  a 1.0000  2 h 00 min a step, 2 h 00 min left\n", printed());
    }

    @Test
    void theEstimateFollowsASlowerPace() {
        ConsoleProgress progress = progress(ProgressStyle.LINES, "a");
        progress.onStep(step(1, Duration.ofSeconds(1)));
        progress.onStep(step(2, Duration.ofSeconds(11))); // 1 + (11 - 1) / 10

        assertEquals(
                "sft step 2/100  a 1.0000  2.0 s a step, 3 min 16 s left",
                printed().lines().toList().getLast());
    }

    @Test
    void aTerminalsLineIsWrittenOver() {
        ConsoleProgress progress = progress(ProgressStyle.REFRESHING, "a");
        progress.onStep(step(1, Duration.ofSeconds(1)));
        progress.onEvaluation(new Evaluation(1, Metrics.of("validation/loss", 3)));
        progress.onEnd(Outcome.DONE);

        assertEquals("""
                \r\u001b[Ksft step 1/100  a 1.0000  1.0 s a step, 1 min 39 s left
                sft step 1 evaluated  validation/loss 3.0000
                """, printed());
    }

    @Test
    void quietSaysNothing() {
        ConsoleProgress progress = progress(ProgressStyle.QUIET);
        progress.onStep(step(1, Duration.ofSeconds(1)));
        progress.onEvaluation(new Evaluation(1, METRICS));
        progress.onEnd(Outcome.INTERRUPTED);

        assertEquals("", printed());
    }

    @Test
    void anInterruptionSaysHowToGoOn() {
        progress(ProgressStyle.LINES).onEnd(Outcome.INTERRUPTED);

        assertEquals("sft stopped as asked; --resume goes on from its latest checkpoint\n", printed());
    }
}
