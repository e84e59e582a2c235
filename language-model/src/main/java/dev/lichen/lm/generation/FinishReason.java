package dev.lichen.lm.generation;

/** Says why a generation ended. */
public enum FinishReason {
    /** A stop token was drawn. */
    STOP,
    /** The limit on new tokens, or the end of the context, was reached. */
    LENGTH
}
