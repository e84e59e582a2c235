package dev.lichen.rewardmodel;

import java.util.List;

/** The names of the metrics of reward-model training. */
public final class RewardMetricNames {

    /** Mean loss of the step's rankings, nats. */
    public static final String LOSS = "train/loss";
    /** Share of the step's pairs that the model orders as people did. */
    public static final String ACCURACY = "train/accuracy";
    /** Mean of r(better) - r(worse). */
    public static final String MARGIN = "train/margin";
    /** Mean score, before normalisation. */
    public static final String SCORE = "train/score";
    /** Pairs of the step. */
    public static final String PAIRS = "train/pairs";
    /** Passes over the data so far. */
    public static final String EPOCH = "train/epoch";
    /** Learning rate of the step. */
    public static final String LEARNING_RATE = "train/learning_rate";
    /** Norm of the gradient before clipping. */
    public static final String GRADIENT_NORM = "train/grad_norm";
    /** Mean of -log σ(Δ) over held-out pairs, nats; log 2 is chance. */
    public static final String EVALUATION_LOSS = "eval/loss";
    /** Share of held-out pairs that the model orders as people did. */
    public static final String EVALUATION_ACCURACY = "eval/accuracy";
    /** Lower bound of its 95 % interval, by resampling prompts; absent if there is one prompt only. */
    public static final String EVALUATION_ACCURACY_LOW = "eval/accuracy_low";
    /** Upper bound of the same. */
    public static final String EVALUATION_ACCURACY_HIGH = "eval/accuracy_high";
    /** Held-out pairs. */
    public static final String EVALUATION_PAIRS = "eval/pairs";
    /** The temperature that fits the held-out pairs best. */
    public static final String EVALUATION_TEMPERATURE = "eval/temperature";
    /** Correlation of score and length differences of held-out pairs. */
    public static final String EVALUATION_LENGTH_CORRELATION = "eval/length_correlation";

    private RewardMetricNames() {}

    /** Every name: those of a step, then those of an evaluation. */
    public static List<String> all() {
        return List.of(
                LOSS,
                ACCURACY,
                MARGIN,
                SCORE,
                PAIRS,
                EPOCH,
                LEARNING_RATE,
                GRADIENT_NORM,
                EVALUATION_LOSS,
                EVALUATION_ACCURACY,
                EVALUATION_ACCURACY_LOW,
                EVALUATION_ACCURACY_HIGH,
                EVALUATION_PAIRS,
                EVALUATION_TEMPERATURE,
                EVALUATION_LENGTH_CORRELATION);
    }
}
