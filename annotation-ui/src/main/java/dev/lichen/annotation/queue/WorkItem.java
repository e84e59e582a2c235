package dev.lichen.annotation.queue;

import dev.lichen.annotation.project.AnswerSchema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that a page may know of an item that it shows.
 *
 * @param assignment to be named when the work is saved or submitted
 * @param language of question and answers, as a language tag; null if unknown
 * @param prompt the messages before the answers
 * @param answers in the order to be shown; identical answers once
 * @param schema criteria and flags to ask for
 * @param guidelineVersion the version of the guideline that this work is done by
 * @param training whether feedback follows
 * @param leaseUntil when the item goes back to the others unless a draft is saved
 * @param savedDraft work that was begun; null if none
 * @param submitted the judgement as it stands, if this is a correction; null if not
 */
public record WorkItem(
        UUID assignment,
        @Nullable String language,
        List<ShownMessage> prompt,
        List<ShownAnswer> answers,
        AnswerSchema schema,
        int guidelineVersion,
        boolean training,
        Instant leaseUntil,
        @Nullable Draft savedDraft,
        @Nullable Submission submitted) {

    public WorkItem {
        prompt = List.copyOf(prompt);
        answers = List.copyOf(answers);
    }

    /** Returns work that was begun, if any. */
    public Optional<Draft> draft() {
        return Optional.ofNullable(savedDraft);
    }

    /** Returns the judgement to correct, if this is a correction. */
    public Optional<Submission> previous() {
        return Optional.ofNullable(submitted);
    }
}
