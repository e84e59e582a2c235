package dev.lichen.sft;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Seals the names of the metrics: plots and other programs read them, so a change belongs in the change log. */
class LearningMetricNamesTest {

    @Test
    void namesDoNotChangeUnnoticed() {
        assertEquals(
                List.of(
                        "train/loss",
                        "train/learned_tokens",
                        "train/tokens",
                        "train/epoch",
                        "train/learning_rate",
                        "train/grad_norm",
                        "eval/loss",
                        "eval/accuracy",
                        "eval/bits_per_byte",
                        "eval/tokens"),
                LearningMetricNames.all());
    }
}
