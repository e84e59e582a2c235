package dev.lichen.datasets.split;

/** Says what a record is for. */
public enum Part {
    /** To learn from. */
    TRAIN,
    /** To choose settings and the moment to stop by. */
    VALIDATION,
    /** To report results on. */
    TEST
}
