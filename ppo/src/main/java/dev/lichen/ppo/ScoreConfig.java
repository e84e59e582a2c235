package dev.lichen.ppo;

import dev.lichen.training.config.Doc;
import dev.lichen.training.config.Require;

/**
 * Sets how scores become rewards.
 *
 * @param scaling the scale on which scores enter
 * @param clip scores are held within ± this after scaling; 0 for none
 * @param missingEnd what happens to the score of a response that was cut off
 * @param missingEndAmount what is subtracted, or the score given
 * @param whitenRewards whether rewards are divided by their standard deviation in each step
 * @param kl what divergence costs
 */
public record ScoreConfig(
        @Doc("scale on which scores enter: as they are, by their running deviation, or by running mean and deviation")
        ScoreScaling scaling,

        @Doc("scores are held within +- this after scaling; 0 for none")
        double clip,

        @Doc("score of a response that was cut off: kept (none), lowered (subtract) or replaced")
        MissingEndPenalty.Mode missingEnd,

        @Doc("what is subtracted, or the score given, in units of score after scaling")
        double missingEndAmount,

        @Doc("whether rewards are divided by their standard deviation in each step")
        boolean whitenRewards,

        @Doc("what divergence from the reference costs") KlConfig kl) {

    public ScoreConfig {
        Require.notNegative("clip", clip);
        Require.that(
                missingEnd != MissingEndPenalty.Mode.SUBTRACT || missingEndAmount >= 0,
                "missingEndAmount must be at least 0 to subtract, was " + missingEndAmount);
    }

    /** Returns scores as they are, one less for a response that was cut off. */
    public static ScoreConfig defaults() {
        return new ScoreConfig(ScoreScaling.NONE, 0, MissingEndPenalty.Mode.SUBTRACT, 1, false, KlConfig.defaults());
    }

    RewardShaping shaping() {
        return new RewardShaping(kl.estimator(), clip, new MissingEndPenalty(missingEnd, missingEndAmount));
    }
}
