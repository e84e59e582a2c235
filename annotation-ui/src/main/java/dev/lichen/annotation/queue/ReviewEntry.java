package dev.lichen.annotation.queue;

import dev.lichen.annotation.store.JudgementOutcome;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A judgement for a reviewer to look at; who wrote the answers is not said.
 *
 * @param judgement identifies it
 * @param item what was judged
 * @param number the item's place in the order of import
 * @param pseudonym who judged
 * @param outcome how the item was dealt with
 * @param revision 1, or more for corrections
 * @param language of question and answers, as a language tag; null if unknown
 * @param prompt the messages before the answers
 * @param answers in slots, with their tiers
 * @param strengths the gap between each tier and the next, from 1 to 3; empty if not stated
 * @param words the comment and the better answer, as far as they were written
 * @param submittedAt when
 */
public record ReviewEntry(
        UUID judgement,
        UUID item,
        long number,
        String pseudonym,
        JudgementOutcome outcome,
        int revision,
        @Nullable String language,
        List<ShownMessage> prompt,
        List<Placed> answers,
        List<Integer> strengths,
        Submission.Words words,
        Instant submittedAt) {

    /**
     * An answer and where it was put.
     *
     * @param text the answer
     * @param tier 1 for the best; null if it was not ranked
     * @param isAcceptable whether it is above the line; false if no line was drawn
     * @param ratings values by criterion
     * @param flags codes of what is wrong with it
     */
    public record Placed(
            String text,
            @Nullable Integer tier,
            boolean isAcceptable,
            SortedMap<String, Integer> ratings,
            List<String> flags) {

        public Placed {
            ratings = Collections.unmodifiableSortedMap(new TreeMap<>(ratings));
            flags = List.copyOf(flags);
        }
    }

    public ReviewEntry {
        prompt = List.copyOf(prompt);
        answers = List.copyOf(answers);
        strengths = List.copyOf(strengths);
    }
}
