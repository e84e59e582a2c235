package dev.lichen.rewardmodel;

/**
 * Sums over rankings of what one says about a reward model's step.
 *
 * @param loss the sum of the rankings' losses, in nats
 * @param rankings how many there were
 * @param agreement the pairs ordered as people did, equal scores counted half
 * @param margins the sum of r(better) - r(worse) over pairs
 * @param pairs how many pairs of different tiers there were
 * @param scores the sum of all scores
 * @param answers how many scores there were
 */
record RewardStatistics(
        double loss, long rankings, double agreement, double margins, long pairs, double scores, long answers) {

    static RewardStatistics none() {
        return new RewardStatistics(0, 0, 0, 0, 0, 0, 0);
    }

    RewardStatistics plus(RewardStatistics other) {
        return new RewardStatistics(
                loss + other.loss,
                rankings + other.rankings,
                agreement + other.agreement,
                margins + other.margins,
                pairs + other.pairs,
                scores + other.scores,
                answers + other.answers);
    }

    double meanLoss() {
        return loss / rankings;
    }

    /** The share of pairs in people's order; ½ where there are only ties. */
    double accuracy() {
        return pairs == 0 ? 0.5 : agreement / pairs;
    }

    double meanMargin() {
        return pairs == 0 ? 0 : margins / pairs;
    }

    double meanScore() {
        return scores / answers;
    }
}
