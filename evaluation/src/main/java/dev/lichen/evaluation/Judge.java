package dev.lichen.evaluation;

import java.util.List;

/**
 * Says which of two answers is better, by giving each a score.
 *
 * <p>Both kinds score an answer without seeing the other one, so no judgement depends on the order in which the two are
 * shown. Scores within the tie margin tie.
 */
public sealed interface Judge permits RuleJudge, RewardModelJudge {

    /** Returns what the report calls this judge, and what its word is worth. */
    JudgeDescription description();

    /** Returns the largest difference of scores that counts as a tie, at least 0. */
    double tieMargin();

    /** Returns a score for each request, higher better, in order. */
    List<Double> score(List<AnswerScorer.Request> requests);
}
