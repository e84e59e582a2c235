package dev.lichen.annotation.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.annotation.project.StoredAnswer;
import dev.lichen.annotation.store.CanonicalJson;
import dev.lichen.annotation.store.JudgementOutcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Converts what was said by position, as shown, into what is kept by slot, and back. */
final class Verdicts {

    private Verdicts() {}

    /** Returns the verdict by slot; an answer that was merged into another one shares its tier. */
    static Verdict bySlot(Submission submission, List<StoredAnswer> answers, Verdict.Setting setting) {
        List<Integer> order = setting.order();
        List<@Nullable Integer> tiers = new ArrayList<>();
        if (!submission.tiers().isEmpty()) {
            answers.forEach(answer -> tiers.add(submission.tiers().get(order.indexOf(answer.shownAs()))));
        }
        return new Verdict(
                tiers,
                submission.acceptableTier(),
                submission.strengths(),
                submission.ratings().stream()
                        .map(rating -> new Verdict.SlotRating(
                                order.get(rating.position()), rating.criterion(), rating.value()))
                        .toList(),
                submission.flags().stream()
                        .map(flag -> new Verdict.SlotFlag(order.get(flag.position()), flag.code()))
                        .toList(),
                submission.comparisons().stream()
                        .map(comparison -> comparison.of(order::get))
                        .toList(),
                submission.words().confidence(),
                setting,
                submission.effort());
    }

    /** Returns what was submitted, by position. */
    static Submission byPosition(JudgementOutcome outcome, Verdict verdict, Submission.Words words) {
        List<Integer> order = verdict.setting().order();
        List<@Nullable Integer> tiers = new ArrayList<>();
        if (!verdict.tiers().isEmpty()) {
            order.forEach(slot -> tiers.add(verdict.tiers().get(slot)));
        }
        return new Submission(
                outcome,
                tiers,
                verdict.acceptableTier(),
                verdict.strengths(),
                verdict.ratings().stream()
                        .map(rating -> new Submission.CriterionRating(
                                order.indexOf(rating.slot()), rating.criterion(), rating.value()))
                        .toList(),
                verdict.flags().stream()
                        .map(flag -> new Submission.AnswerFlag(order.indexOf(flag.slot()), flag.code()))
                        .toList(),
                verdict.comparisons().stream()
                        .map(comparison -> comparison.of(order::indexOf))
                        .toList(),
                words,
                verdict.effort());
    }

    /** Returns the free text of a submission as JSON, to be sealed, or null if there is none. */
    static @Nullable String freeText(Submission.Words words) {
        if (words.comment() == null && words.rewrite() == null && words.reason() == null) {
            return null;
        }
        ObjectNode json = CanonicalJson.object();
        json.put("comment", words.comment()).put("rewrite", words.rewrite());
        if (words.reason() != null) {
            json.put("reason", words.reason());
        }
        return CanonicalJson.write(json);
    }

    /** Returns the words of free text that was opened again. */
    static Submission.Words words(@Nullable String freeText, @Nullable Integer confidence) {
        if (freeText == null) {
            return new Submission.Words(null, null, confidence);
        }
        JsonNode json = CanonicalJson.tree(freeText);
        return new Submission.Words(
                json.path("comment").textValue(),
                json.path("rewrite").textValue(),
                json.path("reason").textValue(),
                confidence);
    }
}
