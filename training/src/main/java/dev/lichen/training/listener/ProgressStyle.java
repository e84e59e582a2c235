package dev.lichen.training.listener;

/** Chooses how progress is shown. */
public enum ProgressStyle {
    /** A new line a step, for files and logs. */
    LINES,
    /** One line that is written over, for terminals. */
    REFRESHING,
    /** Nothing, for commands whose output another program reads. */
    QUIET
}
