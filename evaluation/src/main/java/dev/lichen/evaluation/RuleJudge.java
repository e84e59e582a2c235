package dev.lichen.evaluation;

import dev.lichen.datasets.Prompt;
import java.util.List;
import java.util.function.ToDoubleBiFunction;

/**
 * Judges by a rule that was written down, one answer at a time.
 *
 * @param description how the report introduces it
 * @param rule a prompt and an answer's text to a finite score, higher better
 * @param tieMargin the largest difference that counts as a tie, at least 0
 */
public record RuleJudge(JudgeDescription description, ToDoubleBiFunction<Prompt, String> rule, double tieMargin)
        implements Judge {

    public RuleJudge {
        TieMargin.require(tieMargin);
    }

    @Override
    public List<Double> score(List<AnswerScorer.Request> requests) {
        return requests.stream()
                .map(request ->
                        rule.applyAsDouble(request.prompt(), request.answer().text()))
                .toList();
    }
}
