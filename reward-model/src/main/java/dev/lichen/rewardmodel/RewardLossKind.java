package dev.lichen.rewardmodel;

/** Names the likelihood of a ranking that a reward model maximises. */
public enum RewardLossKind {
    /** The mean over its pairs: {@link KWiseLoss}. */
    K_WISE,
    /** That of the whole order: {@link PlackettLuceLoss}. */
    PLACKETT_LUCE
}
