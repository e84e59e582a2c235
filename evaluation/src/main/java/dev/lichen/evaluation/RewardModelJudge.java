package dev.lichen.evaluation;

import java.util.List;

/**
 * Judges by a reward model's scores, in batches.
 *
 * @param description how the report introduces it
 * @param scorer the reward model
 * @param tieMargin the largest difference that counts as a tie, at least 0
 */
public record RewardModelJudge(JudgeDescription description, AnswerScorer scorer, double tieMargin) implements Judge {

    public RewardModelJudge {
        TieMargin.require(tieMargin);
    }

    @Override
    public List<Double> score(List<AnswerScorer.Request> requests) {
        return scorer.score(requests);
    }
}
