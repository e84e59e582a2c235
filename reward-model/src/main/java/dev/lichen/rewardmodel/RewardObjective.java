package dev.lichen.rewardmodel;

import dev.lichen.training.config.Doc;
import dev.lichen.training.config.Require;

/**
 * Sets what a reward model is taught.
 *
 * @param loss the likelihood of a ranking
 * @param ties what answers of the same tier teach
 * @param labelSmoothing ε, the chance that a judgement is wrong, in [0, 0.5)
 * @param strengthMargin the margin for each point of stated strength; 0 for none
 * @param centering the weight of (r_i + r_j)², which holds scores near 0; 0 for none
 * @param unitVariance whether demonstrations shall score with variance 1, beside mean 0
 */
public record RewardObjective(
        @Doc("likelihood of a ranking: of its pairs (k-wise) or of the whole order (plackett-luce)")
        RewardLossKind loss,

        @Doc("what answers of the same tier teach: nothing (drop) or that both are equally good (half); k-wise only")
        TieRule ties,

        @Doc("chance that a judgement is wrong, in [0, 0.5); k-wise only")
        double labelSmoothing,

        @Doc("margin for each point of stated strength, 0 for none; k-wise only")
        double strengthMargin,

        @Doc("weight of (r_i + r_j)^2, which holds scores near 0, 0 for none; k-wise only")
        double centering,

        @Doc("whether demonstrations shall score with variance 1, beside mean 0")
        boolean unitVariance) {

    public RewardObjective {
        Require.that(
                labelSmoothing >= 0 && labelSmoothing < 0.5,
                "labelSmoothing must be in [0, 0.5), was " + labelSmoothing);
        Require.notNegative("strengthMargin", strengthMargin);
        Require.notNegative("centering", centering);
    }

    /** Returns the plain K-wise loss with ties counted half and slight centering. */
    public static RewardObjective defaults() {
        return new RewardObjective(RewardLossKind.K_WISE, TieRule.HALF, 0, 0, 0.001, false);
    }

    /** The loss of one ranking. */
    RewardLoss toLoss() {
        return switch (loss) {
            case K_WISE -> new KWiseLoss(new PairOrder(ties, labelSmoothing, strengthMargin), centering);
            case PLACKETT_LUCE -> new PlackettLuceLoss();
        };
    }

    /** The normalisation by the raw scores of demonstrations. */
    ScoreNormalisation normalisation(double[] demonstrationScores) {
        return unitVariance
                ? ScoreNormalisation.toUnitVariance(demonstrationScores)
                : ScoreNormalisation.toZeroMean(demonstrationScores);
    }
}
