package dev.lichen.annotation.queue;

import dev.lichen.annotation.project.AnswerSchema;
import dev.lichen.datasets.Answer;
import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.InvalidRecordException;
import dev.lichen.datasets.Judgement;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.Ranking;
import dev.lichen.datasets.Tiers;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checks what a page submits, whatever the page has checked already. */
final class WorkRules {

    private static final int LONGEST_WORDS = 100_000;

    /** Far more than anybody asks: 21 order nine answers, and each can be asked again. */
    static final int MOST_COMPARISONS = 1_000;

    private WorkRules() {}

    /**
     * Checks a submission.
     *
     * @param answers how many were shown
     * @throws WorkException if it says nothing, or something that the item or the schema does not have
     */
    static void check(Submission submission, int answers, AnswerSchema schema) {
        switch (submission.outcome()) {
            case JUDGED -> {
                if (answers == 0) {
                    checkWriting(submission);
                } else {
                    checkRanking(submission, answers);
                }
            }
            case ALL_BAD, NOT_RANKABLE ->
                require(
                        answers > 0 && submission.tiers().isEmpty(),
                        submission.outcome() + " with tiers or without answers");
            case SKIP, FLAGGED -> require(submission.tiers().isEmpty(), submission.outcome() + " with tiers");
        }
        submission.ratings().forEach(rating -> checkRating(rating, answers, schema));
        submission.flags().forEach(flag -> {
            require(flag.position() >= 0 && flag.position() < answers, "a flag on answer " + flag.position());
            require(
                    schema.flags().stream().anyMatch(known -> known.code().equals(flag.code())),
                    "the flag \"" + flag.code() + "\"");
        });
        checkComparisons(submission.comparisons(), answers);
        checkWords(submission.words());
    }

    private static void checkRanking(Submission submission, int answers) {
        List<@Nullable Integer> tiers = submission.tiers();
        require(tiers.size() == answers, tiers.size() + " tiers for " + answers + " answers");
        long ranked = tiers.stream().filter(Objects::nonNull).count();
        if (ranked < 2 || !submission.effort().touched()) {
            throw new WorkException(
                    WorkRefusal.NOTHING_RANKED,
                    "Nothing was ranked: expected at least two answers put in order by hand");
        }
        try {
            Tiers order = Tiers.ofRanks(tiers);
            require(order.values().equals(tiers), "tiers " + tiers);
            new Ranking(
                    List.of(Message.user("")),
                    Collections.nCopies(answers, new Answer("")),
                    order,
                    new Judgement(null, submission.acceptableTier(), submission.strengths()),
                    Attributes.none());
        } catch (InvalidRecordException e) {
            throw new WorkException(String.valueOf(e.getMessage()));
        }
    }

    /** Where no answer was shown, one is to be written. */
    private static void checkWriting(Submission submission) {
        require(submission.tiers().isEmpty(), "tiers without answers");
        String written = submission.words().rewrite();
        if (written == null || written.isBlank()) {
            throw new WorkException(WorkRefusal.NOTHING_WRITTEN, "Nothing was written: expected an answer");
        }
    }

    private static void checkRating(Submission.CriterionRating rating, int answers, AnswerSchema schema) {
        require(rating.position() >= 0 && rating.position() < answers, "a rating of answer " + rating.position());
        boolean known = schema.criteria().stream()
                .anyMatch(criterion -> criterion.code().equals(rating.criterion())
                        && rating.value() >= criterion.lowest()
                        && rating.value() <= criterion.highest());
        require(known, rating.value() + " by \"" + rating.criterion() + "\"");
    }

    private static void checkComparisons(List<Comparison> comparisons, int answers) {
        require(comparisons.size() <= MOST_COMPARISONS, comparisons.size() + " comparisons");
        for (Comparison comparison : comparisons) {
            require(
                    comparison.isOf(answers),
                    "a comparison of answers " + comparison.first() + " and " + comparison.second() + " in "
                            + comparison.milliseconds() + " ms");
        }
    }

    private static void checkWords(Submission.Words words) {
        requireShort(words.comment());
        requireShort(words.rewrite());
        requireShort(words.reason());
        Integer confidence = words.confidence();
        require(confidence == null || (confidence >= 1 && confidence <= 3), "the confidence " + confidence);
    }

    private static void requireShort(@Nullable String text) {
        require(text == null || text.length() <= LONGEST_WORDS, "a text of more than " + LONGEST_WORDS + " characters");
    }

    private static void require(boolean holds, String found) {
        if (!holds) {
            throw new WorkException(
                    "Bad submission: found " + found + ", expected what the item and its schema ask for");
        }
    }
}
