package dev.lichen.cli.bench;

/** Names what a benchmark can measure. */
public enum Workload {
    /** A step of fine-tuning, forward, backward and update. */
    TRAINING,
    /** Log-probabilities of given tokens. */
    SCORING,
    /** Sampling new tokens, for several numbers of sequences at once. */
    DECODING,
    /** A whole PPO iteration. */
    PPO
}
