package dev.lichen.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lichen.lm.tokenizer.TokenSequence;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class NGramsTest {
    private static final double TOLERANCE = 1e-12;

    @Test
    void repetitionIsTheShareOfRunsSeenBefore() {
        // 12, 21, 12, 21: two of four are repeats
        assertEquals(0.5, NGrams.repetition(TokenSequence.of(1, 2, 1, 2, 1), 2).orElseThrow(), TOLERANCE);
    }

    @Test
    void tooShortAnswersHaveNone() {
        assertEquals(OptionalDouble.empty(), NGrams.repetition(TokenSequence.of(1), 2));
        assertEquals(OptionalDouble.empty(), NGrams.distinct(List.of(), 2));
    }

    @Test
    void distinctCountsOverAllAnswers() {
        List<TokenSequence> answers = List.of(TokenSequence.of(1, 2, 3), TokenSequence.of(1, 2, 4));
        assertEquals(0.75, NGrams.distinct(answers, 2).orElseThrow(), TOLERANCE); // 12, 23, 24 of four
    }

    @Test
    void runsDoNotReachAcrossAnswers() {
        List<TokenSequence> answers = List.of(TokenSequence.of(1, 2), TokenSequence.of(2, 1));
        assertEquals(1, NGrams.distinct(answers, 2).orElseThrow(), TOLERANCE);
        assertEquals(2, NGrams.total(answers, 2));
    }
}
