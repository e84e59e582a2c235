package dev.lichen.lm.tokenizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.lichen.datasets.SharedData;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Ids of a real tokenizer, as the Python package tokenizers 0.23.3 gives them. */
class QwenTokenizerTest {
    private static HuggingFaceTokenizer tokenizer;

    @BeforeAll
    static void open() {
        tokenizer = HuggingFaceTokenizer.open(SharedData.path("tokenizers/qwen3"));
    }

    @AfterAll
    static void close() {
        if (tokenizer != null) {
            tokenizer.close();
        }
    }

    static Stream<Arguments> vectors() {
        return Stream.of(
                Arguments.of("The capital of France is Paris.", TokenSequence.of(785, 6722, 315, 9625, 374, 12095, 13)),
                Arguments.of(
                        "在2024年,人工智能发展很快。",
                        TokenSequence.of(18493, 17, 15, 17, 19, 7948, 11, 104455, 99185, 102154, 1773)),
                Arguments.of("繁體\u3000中文 😀\r\n", TokenSequence.of(100112, 100480, 22441, 104811, 90316, 319)),
                Arguments.of("  x += 10  # ½", TokenSequence.of(220, 856, 1421, 220, 16, 15, 220, 671, 220, 26062)),
                Arguments.of("e\u0301", TokenSequence.of(963)));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void plainTextHasTheIdsOfHuggingFace(String text, TokenSequence ids) {
        assertEquals(ids, tokenizer.encode(text));
    }

    @Test
    void onlyTemplateTextHasControlTokens() {
        String text = "<|im_start|>user\n你好<|im_end|>";
        assertEquals(TokenSequence.of(151644, 872, 198, 108386, 151645), tokenizer.encodeWithControlTokens(text));
        TokenSequence plain = tokenizer.encode(text + "<think>");
        assertFalse(new ControlTokenMatcher(tokenizer.controlTokens()).anyIn(plain));
        assertEquals(text + "<think>", tokenizer.decode(plain));
    }

    @Test
    void theVocabularyEndsWithTheLastAddedToken() {
        assertEquals(151_669, tokenizer.vocabularySize());
    }
}
