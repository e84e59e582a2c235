package dev.lichen.ppo;

/** Names the ways in which β moves. */
public enum KlKind {
    /** Not at all: {@link FixedKl}. */
    FIXED,
    /** After a target: {@link AdaptiveKl}. */
    ADAPTIVE
}
