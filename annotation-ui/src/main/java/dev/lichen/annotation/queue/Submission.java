package dev.lichen.annotation.queue;

import dev.lichen.annotation.store.JudgementOutcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an annotator says of an item, by position as shown.
 *
 * @param outcome JUDGED, ALL_BAD or NOT_RANKABLE; SKIP or FLAGGED where the item is left
 * @param tiers the tier of each position, 1 the best, null not ranked; empty unless JUDGED
 * @param acceptableTier the last tier that is good enough, 0 for none; null if the line was not drawn
 * @param strengths the gap between tier t and t + 1, 1 to 3; empty if not asked
 * @param ratings values by criterion
 * @param flags what is wrong with answers
 * @param comparisons answers compared two at a time, in the order in which it was said
 * @param words what the annotator wrote
 * @param effort how the work was done
 */
public record Submission(
        JudgementOutcome outcome,
        List<@Nullable Integer> tiers,
        @Nullable Integer acceptableTier,
        List<Integer> strengths,
        List<CriterionRating> ratings,
        List<AnswerFlag> flags,
        List<Comparison> comparisons,
        Words words,
        Effort effort) {

    /**
     * A value by one criterion.
     *
     * @param position which answer
     * @param criterion its code in the schema
     * @param value within the criterion's scale
     */
    public record CriterionRating(int position, String criterion, int value) {}

    /**
     * Something wrong with an answer.
     *
     * @param position which answer
     * @param code its code in the schema
     */
    public record AnswerFlag(int position, String code) {}

    /**
     * Free text.
     *
     * @param comment on the item; null if none
     * @param rewrite a better answer, which becomes a demonstration; null if none
     * @param reason why the item was left; null unless it was
     * @param confidence from 1 (unsure) to 3 (sure); null if not asked
     */
    public record Words(
            @Nullable String comment,
            @Nullable String rewrite,
            @Nullable String reason,
            @Nullable Integer confidence) {

        private static final Words NONE = new Words(null, null, null, null);

        /** Creates the words of somebody who did not leave the item. */
        public Words(@Nullable String comment, @Nullable String rewrite, @Nullable Integer confidence) {
            this(comment, rewrite, null, confidence);
        }

        /** Returns the absence of words. */
        public static Words none() {
            return NONE;
        }
    }

    public Submission {
        tiers = Collections.unmodifiableList(new ArrayList<>(tiers));
        strengths = List.copyOf(strengths);
        ratings = List.copyOf(ratings);
        flags = List.copyOf(flags);
        comparisons = List.copyOf(comparisons);
    }

    /** Creates what was said by somebody who compared no two answers. */
    public Submission(
            JudgementOutcome outcome,
            List<@Nullable Integer> tiers,
            @Nullable Integer acceptableTier,
            List<Integer> strengths,
            List<CriterionRating> ratings,
            List<AnswerFlag> flags,
            Words words,
            Effort effort) {
        this(outcome, tiers, acceptableTier, strengths, ratings, flags, List.of(), words, effort);
    }

    /** Returns a ranking and nothing else. */
    public static Submission ranking(List<@Nullable Integer> tiers, Effort effort) {
        return new Submission(
                JudgementOutcome.JUDGED, tiers, null, List.of(), List.of(), List.of(), Words.none(), effort);
    }

    /** Returns an item that is left, SKIP or FLAGGED, for a reason, which may be blank, and nothing else said. */
    public static Submission left(JudgementOutcome outcome, String reason) {
        Words why = new Words(null, null, reason.isBlank() ? null : reason, null);
        return new Submission(outcome, List.of(), null, List.of(), List.of(), List.of(), why, Effort.none());
    }

    /** Returns a verdict without an order: ALL_BAD or NOT_RANKABLE. */
    public static Submission unranked(JudgementOutcome outcome, Effort effort) {
        return new Submission(outcome, List.of(), null, List.of(), List.of(), List.of(), Words.none(), effort);
    }

    /** Returns whether the item is left to others rather than judged. */
    boolean leaves() {
        return outcome == JudgementOutcome.SKIP || outcome == JudgementOutcome.FLAGGED;
    }
}
