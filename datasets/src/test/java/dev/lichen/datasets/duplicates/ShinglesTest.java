package dev.lichen.datasets.duplicates;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShinglesTest {

    private static final double EXACT = 1e-12;

    /** {the quick brown, quick brown fox} and {the quick brown, quick brown dog}: one of three in common. */
    @Test
    void similarityIsTheShareOfCommonRunsOfThreeWords() {
        assertEquals(1 / 3.0, jaccard("The quick brown fox", "the quick, brown dog"), EXACT);
    }

    /** 今天天气, 3-runs 今天天, 天天气 against 今天天, 天天好. */
    @Test
    void chineseCharactersAreWords() {
        assertEquals(1 / 3.0, jaccard("今天天气", "今天天好"), EXACT);
    }

    @Test
    void caseWidthAndPunctuationDoNotCount() {
        assertEquals(1, jaccard("What is RLHF?", "what is　ＲＬＨＦ！"));
        assertEquals(1, jaccard("你好，世界。", "你好 世界"));
    }

    @Test
    void shortTextsAreOneRun() {
        assertEquals(1, Shingles.of(List.of(new Passage("", "Hello there"))).size());
        assertEquals(0, jaccard("Hello there", "Hello"));
    }

    @Test
    void emptyTextsHaveNothingInCommon() {
        assertEquals(0, jaccard("...", "!"));
    }

    @Test
    void negativeControlOtherPlacesAreOtherRuns() {
        Shingles user = Shingles.of(List.of(new Passage("user", "one two three")));
        Shingles assistant = Shingles.of(List.of(new Passage("assistant", "one two three")));
        assertEquals(0, user.jaccard(assistant));
    }

    private static double jaccard(String one, String other) {
        return Shingles.of(List.of(new Passage("", one))).jaccard(Shingles.of(List.of(new Passage("", other))));
    }
}
