package dev.lichen.lm.tokenizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class BpeTrainerTest {

    private static final int MERGES = 200;
    private static final int SIZE = Texts.CONTROL_TOKENS.size() + 256 + MERGES;

    private static final BytePairVocabulary VOCABULARY = train(Texts.LESSON);

    private static BytePairVocabulary train(String... texts) {
        return new BpeTrainer(Texts.CONTROL_TOKENS, SIZE).train(List.of(texts));
    }

    @Test
    void learnsTheMergesOfTheNaiveTrainer() {
        assertEquals(NaiveBpe.learn(Texts.LESSON, Texts.CONTROL_TOKENS, MERGES), VOCABULARY.merges());
    }

    @Test
    void aTextWithOtherCountsHasOtherMerges() {
        assertNotEquals(
                NaiveBpe.learn("a" + Texts.LESSON + "zq zq zq zq zq zq zq", Texts.CONTROL_TOKENS, MERGES),
                VOCABULARY.merges());
    }

    @Test
    void theWorkedExampleOfAaabdaaabac() {
        // In "aaabdaaabac" the pair aa stands 4 times; then the symbols are [aa]abd[aa]abac, where [aa]a and ab both
        // stand twice. a has a smaller id than the new [aa], so ab is next, then [aa][ab].
        assertEquals(List.of("a a", "a b", "aa ab"), train("aaabdaaabac").merges());
    }

    @Test
    void tiesGoToTheSmallerIds() {
        assertEquals(List.of("a b", "c d"), train("cd ab", "\ncd\nab").merges().subList(0, 2));
    }

    @Test
    void controlTokensComeFirstThenTheBytes() {
        assertEquals(Texts.CONTROL_TOKENS, VOCABULARY.tokens().subList(0, 3));
        assertEquals("Ā", VOCABULARY.tokens().get(3));
        assertEquals("a", VOCABULARY.tokens().get(3 + 'a'));
        assertEquals(SIZE, VOCABULARY.size());
    }

    @Test
    void theOrderOfTextsDoesNotMatter() {
        assertEquals(train("ab ab cd", "ef ef gh gh"), train("ef ef gh gh", "ab ab cd"));
    }

    @Test
    void noMergeSpellsAControlToken() {
        BytePairVocabulary vocabulary =
                new BpeTrainer(List.of("role"), 300).train(List.of("role".repeat(1) + " role\nrole\nrole"));
        assertFalse(vocabulary.tokens().subList(1, vocabulary.size()).contains("role"));
        assertTrue(vocabulary.tokens().contains("ole"), vocabulary.tokens()::toString);
    }

    @Test
    void fewRepeatsGiveASmallerVocabulary() {
        assertEquals(3 + 256, train("abc").size());
    }

    @Test
    void aVocabularyWithoutRoomForTheBytesIsRefused() {
        TokenizerException refused =
                assertThrows(TokenizerException.class, () -> new BpeTrainer(Texts.CONTROL_TOKENS, 258));
        assertEquals(
                "the vocabulary must hold at least the 256 bytes and 3 control tokens, 259, was 258",
                refused.getMessage());
    }
}
