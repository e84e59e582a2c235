package dev.lichen.annotation.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.lichen.annotation.store.CanonicalJson;
import dev.lichen.annotation.store.JudgementOutcome;
import dev.lichen.datasets.Answer;
import dev.lichen.datasets.ExtraFields;
import dev.lichen.datasets.Prompt;
import dev.lichen.datasets.Ranking;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was said of an item beside an order.
 *
 * @param outcome how the item was dealt with
 * @param comment on the item; null if none
 * @param reason why it was left; null if it was not, or no reason was given
 */
record Remarks(
        JudgementOutcome outcome,
        @Nullable String comment,
        @Nullable String reason) {

    private static final String COMMENT = "comment";
    private static final String REASON = "reason";

    /**
     * Reads the remarks of a judgement.
     *
     * @param freeText its words, as they are kept; null if there are none
     */
    static Remarks of(JudgementOutcome outcome, @Nullable String freeText) {
        JsonNode words = CanonicalJson.tree(freeText == null ? "{}" : freeText);
        return new Remarks(
                outcome, words.path(COMMENT).textValue(), words.path(REASON).textValue());
    }

    /** Returns whether a record of an export holds remarks. */
    static boolean isRemark(Prompt prompt) {
        ExtraFields extra = prompt.attributes().extra();
        return extra.has(Ranking.OUTCOME) && extra.has("judgement_ids");
    }

    static ArrayNode answers(List<Answer> answers) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        answers.forEach(answer -> list.add(answer.toJson()));
        return list;
    }

    /** Returns whether there is nothing that a ranking does not say. */
    boolean isEmpty() {
        boolean ranked = outcome == JudgementOutcome.JUDGED || outcome == JudgementOutcome.ALL_BAD;
        return ranked && comment == null;
    }

    ExtraFields addTo(ExtraFields extra) {
        ExtraFields all = extra.with(Ranking.OUTCOME, TextNode.valueOf(outcome.name()));
        all = comment == null ? all : all.with(COMMENT, TextNode.valueOf(comment));
        return reason == null ? all : all.with(REASON, TextNode.valueOf(reason));
    }
}
