package dev.lichen.rewardmodel;

/** Decides what two answers of the same tier teach. */
public enum TieRule {
    /** Nothing: the pair is left out. */
    DROP,
    /** That both are equally good: the pair's target is 0.5. */
    HALF
}
