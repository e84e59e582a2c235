package dev.lichen.ppo;

import java.util.ArrayList;
import java.util.List;

/**
 * Turns a response's score into a reward for each of its tokens.
 *
 * <p>r_t = -β kl_t + [t = T] R: every token pays for its divergence from the reference, and the score R comes on the
 * last real token, the one that ends the response, or the last one sampled if it was cut off (Ziegler et al. 2019;
 * Ouyang et al. 2022). The score is clipped first, then the penalty for a missing end is applied. β is in units of
 * score a nat.
 *
 * @param estimator how a token's divergence is estimated; {@link KlEstimator#K1} unless you know why not
 * @param scoreClip scores are held within ± this; 0 turns it off
 * @param missingEndPenalty what a response that was cut off loses
 */
public record RewardShaping(KlEstimator estimator, double scoreClip, MissingEndPenalty missingEndPenalty) {

    /** Checks the range. */
    public RewardShaping {
        Ranges.requireNotNegative("scoreClip", scoreClip);
    }

    /**
     * Shapes the rewards of some responses.
     *
     * @param responses the log-probabilities, scores and ends
     * @param coefficient β
     */
    public Rewards shape(ScoredResponses responses, double coefficient) {
        TokenValues divergence =
                estimator.estimate(responses.logProbabilities(), responses.referenceLogProbabilities());
        List<double[]> rows = new ArrayList<>(divergence.rows());
        for (int row = 0; row < divergence.rows(); row++) {
            double[] rewards = divergence.row(row);
            for (int t = 0; t < rewards.length; t++) {
                rewards[t] *= -coefficient;
            }
            rewards[rewards.length - 1] += finalScore(responses, row);
            rows.add(rewards);
        }
        return new Rewards(TokenValues.of(rows), divergence);
    }

    private double finalScore(ScoredResponses responses, int row) {
        double score = responses.scores().get(row);
        double clipped = scoreClip == 0 ? score : Math.clamp(score, -scoreClip, scoreClip);
        return missingEndPenalty.apply(clipped, responses.finished().get(row));
    }
}
