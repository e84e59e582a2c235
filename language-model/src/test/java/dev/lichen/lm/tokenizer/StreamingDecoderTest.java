package dev.lichen.lm.tokenizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class StreamingDecoderTest {

    static final List<String> NASTY = Texts.NASTY;

    private static final int FIRST_BYTE = Texts.CONTROL_TOKENS.size();

    private static HuggingFaceTokenizer tokenizer;

    /** Only bytes: every Chinese character is three tokens. */
    @BeforeAll
    static void open() {
        BytePairVocabulary bytes = new BpeTrainer(Texts.CONTROL_TOKENS, FIRST_BYTE + 256).train(List.of());
        tokenizer = HuggingFaceTokenizer.of(HuggingFaceTokenizerFiles.create(bytes, TokenizerSettings.none()));
    }

    @AfterAll
    static void close() {
        tokenizer.close();
    }

    private static List<String> pieces(TokenSequence tokens) {
        StreamingDecoder decoder = new StreamingDecoder(tokenizer);
        List<String> pieces = new ArrayList<>();
        tokens.stream().forEach(token -> pieces.add(decoder.accept(token)));
        pieces.add(decoder.finish());
        return pieces;
    }

    @ParameterizedTest
    @FieldSource("NASTY")
    void piecesJoinToTheText(String text) {
        assertEquals(text, String.join("", pieces(tokenizer.encode(text))));
    }

    @Test
    void aCharacterAppearsWhole() {
        assertEquals(List.of("a", "", "", "你", "", "", "", "😀", ""), pieces(tokenizer.encode("a你😀")));
        assertTrue(
                tokenizer.decode(tokenizer.encode("你").slice(0, 2)).contains("\uFFFD"),
                "the control: decoding each token alone does show a broken character");
    }

    @Test
    void anUnfinishedCharacterEndsAsReplacement() {
        assertEquals("a\uFFFD", String.join("", pieces(tokenizer.encode("a你").slice(0, 3))));
    }

    @Test
    void bytesThatAreNoTextDoNotHoldTheRestBack() {
        int stray = FIRST_BYTE + 0xFF;
        TokenSequence tokens =
                TokenSequence.of(stray, stray, stray, stray, stray).plus(tokenizer.encode("你好"));
        String shown = String.join("", pieces(tokens));
        assertEquals("\uFFFD".repeat(5) + "你好", shown);
        assertFalse(String.join("", pieces(tokens.slice(0, 5)).subList(0, 5)).isEmpty(), "some are shown at once");
    }

    @Test
    void controlTokensAreNotShown() {
        assertEquals("hi", String.join("", pieces(tokenizer.encodeWithControlTokens("<|im_start|>hi<|im_end|>"))));
    }
}
