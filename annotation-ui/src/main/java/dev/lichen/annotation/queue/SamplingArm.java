package dev.lichen.annotation.queue;

/** Says which part of the sampling policy chose an item. */
public enum SamplingArm {
    ORDER,
    UNCERTAINTY,
    CONTROL
}
