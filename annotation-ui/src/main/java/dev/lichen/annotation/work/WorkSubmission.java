package dev.lichen.annotation.work;

import dev.lichen.annotation.queue.Comparison;
import dev.lichen.annotation.queue.Effort;
import dev.lichen.annotation.queue.ShownAnswer;
import dev.lichen.annotation.queue.Submission;
import dev.lichen.annotation.queue.WorkException;
import dev.lichen.annotation.store.JudgementOutcome;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the workbench sends, by letter.
 *
 * @param outcome a {@link JudgementOutcome}
 * @param answers how many answers were shown
 * @param tiers the tier of each ranked answer, 1 the best
 * @param strengths the gap between each tier and the next, 0 where it was not stated
 * @param acceptableTiers how many tiers are good enough; null where no line was drawn
 * @param flags codes by letter
 * @param ratings values by criterion and letter
 * @param comparisons answers compared two at a time; missing where none were
 * @param comment on the item; may be empty
 * @param rewrite a better answer; may be empty
 * @param reason why the item was left; may be missing
 * @param effort how the work was done
 * @param draft the revision of the newest draft that the page knows; missing if it does not say
 */
record WorkSubmission(
        String outcome,
        int answers,
        @Nullable Map<String, Integer> tiers,
        @Nullable List<Integer> strengths,
        @Nullable Integer acceptableTiers,
        @Nullable Map<String, List<String>> flags,
        @Nullable Map<String, Map<String, Integer>> ratings,
        @Nullable List<Compared> comparisons,
        @Nullable String comment,
        @Nullable String rewrite,
        @Nullable String reason,
        @Nullable Effort effort,
        @Nullable Long draft) {

    /** Two answers by letter, which of them is better, and how long that took. */
    record Compared(String first, String second, Comparison.@Nullable Outcome outcome, long milliseconds) {}

    /** Returns the outcome, if it is one. */
    JudgementOutcome judged() {
        for (JudgementOutcome known : JudgementOutcome.values()) {
            if (known.name().equals(outcome)) {
                return known;
            }
        }
        throw new WorkException(
                "Bad outcome: found \"" + outcome + "\", expected one of " + List.of(JudgementOutcome.values()));
    }

    /** Returns the same by position: A is the answer at position 0. */
    Submission byPosition() {
        List<String> letters =
                IntStream.range(0, answers).mapToObj(ShownAnswer::letter).toList();
        boolean ordered = judged() == JudgementOutcome.JUDGED;
        return new Submission(
                judged(),
                ordered ? positions(letters) : List.of(),
                ordered ? acceptableTiers : null,
                ordered ? stated() : List.of(),
                rated(letters),
                flagged(letters),
                compared(letters),
                new Submission.Words(unlessBlank(comment), unlessBlank(rewrite), unlessBlank(reason), null),
                effort == null ? Effort.none() : effort);
    }

    private List<@Nullable Integer> positions(List<String> letters) {
        Map<String, Integer> known = tiers == null ? Map.of() : tiers;
        known.keySet().forEach(letter -> position(letters, letter));
        return letters.stream().<@Nullable Integer>map(known::get).toList();
    }

    /** Strengths are stated for every gap or for none; the page sees to it. */
    private List<Integer> stated() {
        List<Integer> all = strengths == null ? List.of() : strengths;
        return all.stream().anyMatch(strength -> strength != 0) ? all : List.of();
    }

    private List<Submission.CriterionRating> rated(List<String> letters) {
        Map<String, Map<String, Integer>> all = ratings == null ? Map.of() : ratings;
        return all.entrySet().stream()
                .flatMap(criterion -> criterion.getValue().entrySet().stream()
                        .map(rating -> new Submission.CriterionRating(
                                position(letters, rating.getKey()), criterion.getKey(), rating.getValue())))
                .toList();
    }

    private List<Submission.AnswerFlag> flagged(List<String> letters) {
        Map<String, List<String>> all = flags == null ? Map.of() : flags;
        return all.entrySet().stream()
                .flatMap(answer -> answer.getValue().stream()
                        .filter(Objects::nonNull)
                        .map(code -> new Submission.AnswerFlag(position(letters, answer.getKey()), code)))
                .toList();
    }

    private List<Comparison> compared(List<String> letters) {
        List<Compared> all = comparisons == null ? List.of() : comparisons;
        return all.stream()
                .map(one -> new Comparison(
                        position(letters, one.first()), position(letters, one.second()), said(one), one.milliseconds()))
                .toList();
    }

    private static Comparison.Outcome said(Compared compared) {
        if (compared.outcome() == null) {
            throw new WorkException(
                    "Bad comparison: found no outcome, expected one of " + List.of(Comparison.Outcome.values()));
        }
        return compared.outcome();
    }

    private static int position(List<String> letters, String letter) {
        int position = letters.indexOf(letter);
        if (position < 0) {
            throw new WorkException("Bad answer: found \"" + letter + "\", expected one of " + letters);
        }
        return position;
    }

    private static @Nullable String unlessBlank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
