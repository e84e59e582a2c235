package dev.lichen.annotation.project;

/** Says how the next item is chosen among those open to a person. */
public enum SamplingPolicy {
    /** By priority, then in the order of import. */
    ORDER,
    /** At random, with a chance that grows with the reward model's uncertainty, next to a uniform control arm. */
    UNCERTAINTY
}
