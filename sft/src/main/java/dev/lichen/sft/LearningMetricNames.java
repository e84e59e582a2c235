package dev.lichen.sft;

import java.util.List;

/** The names of the metrics of pretraining and fine-tuning. */
public final class LearningMetricNames {

    /** Mean of -log π over the learned tokens of the step, nats. */
    public static final String LOSS = "train/loss";
    /** Learned tokens of the step. */
    public static final String LEARNED_TOKENS = "train/learned_tokens";
    /** All tokens of the step, contexts included. */
    public static final String TOKENS = "train/tokens";
    /** Passes over the data so far. */
    public static final String EPOCH = "train/epoch";
    /** Learning rate of the step. */
    public static final String LEARNING_RATE = "train/learning_rate";
    /** Norm of the gradient before clipping. */
    public static final String GRADIENT_NORM = "train/grad_norm";
    /** Mean of -log π over held-out learned tokens, nats. */
    public static final String EVALUATION_LOSS = "eval/loss";
    /** Share of held-out learned tokens that were the likeliest of all. */
    public static final String EVALUATION_ACCURACY = "eval/accuracy";
    /** Bits a byte of held-out learned text. */
    public static final String EVALUATION_BITS_PER_BYTE = "eval/bits_per_byte";
    /** Held-out learned tokens. */
    public static final String EVALUATION_TOKENS = "eval/tokens";

    private LearningMetricNames() {}

    /** Every name: those of a step, then those of an evaluation. */
    public static List<String> all() {
        return List.of(
                LOSS,
                LEARNED_TOKENS,
                TOKENS,
                EPOCH,
                LEARNING_RATE,
                GRADIENT_NORM,
                EVALUATION_LOSS,
                EVALUATION_ACCURACY,
                EVALUATION_BITS_PER_BYTE,
                EVALUATION_TOKENS);
    }
}
