package dev.lichen.rewardmodel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Seals the names of the metrics: plots and other programs read them, so a change belongs in the change log. */
class RewardMetricNamesTest {

    @Test
    void namesDoNotChangeUnnoticed() {
        assertEquals(
                List.of(
                        "train/loss",
                        "train/accuracy",
                        "train/margin",
                        "train/score",
                        "train/pairs",
                        "train/epoch",
                        "train/learning_rate",
                        "train/grad_norm",
                        "eval/loss",
                        "eval/accuracy",
                        "eval/accuracy_low",
                        "eval/accuracy_high",
                        "eval/pairs",
                        "eval/temperature",
                        "eval/length_correlation"),
                RewardMetricNames.all());
    }
}
