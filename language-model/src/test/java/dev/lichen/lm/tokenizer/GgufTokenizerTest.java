package dev.lichen.lm.tokenizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class GgufTokenizerTest {

    /** Ids: 0 unknown, 1 start, 2 end, then pieces; "12" has a merge that only splitting digits prevents. */
    private static final Map<String, Object> METADATA = Map.of(
            "tokenizer.ggml.model",
            "gpt2",
            "tokenizer.ggml.pre",
            "smollm",
            "tokenizer.ggml.tokens",
            List.of("<unk>", "<s>", "</s>", "a", "b", "1", "2", "Ġ", "ab", "12", "Ġab"),
            "tokenizer.ggml.token_type",
            List.of(2, 3, 3, 1, 1, 1, 1, 1, 1, 1, 1),
            "tokenizer.ggml.merges",
            List.of("a b", "1 2", "Ġ ab"),
            "tokenizer.ggml.bos_token_id",
            1L,
            "tokenizer.ggml.eos_token_id",
            2L,
            "tokenizer.chat_template",
            "{{ messages[0].content }}");

    private static HuggingFaceTokenizer tokenizer(Map<String, ?> metadata) {
        return HuggingFaceTokenizer.of(HuggingFaceTokenizerFiles.fromGguf(metadata));
    }

    private static Map<String, Object> with(String key, Object value) {
        Map<String, Object> changed = new HashMap<>(METADATA);
        changed.put(key, value);
        return changed;
    }

    @Test
    void smolLmSplitsDigitsAndJoinsWords() {
        try (HuggingFaceTokenizer tokenizer = tokenizer(METADATA)) {
            assertEquals(TokenSequence.of(8, 10, 5, 6), tokenizer.encode("ab ab12"));
        }
    }

    @Test
    void gpt2DoesNotSplitDigits() {
        try (HuggingFaceTokenizer tokenizer = tokenizer(with("tokenizer.ggml.pre", "gpt-2"))) {
            assertEquals(TokenSequence.of(8, 10, 9), tokenizer.encode("ab ab12"));
        }
    }

    @Test
    void controlTokensRolesAndTemplateAreKept() {
        try (HuggingFaceTokenizer tokenizer = tokenizer(METADATA)) {
            assertEquals(OptionalInt.of(2), tokenizer.controlToken("</s>"));
            assertEquals(
                    new TokenizerSettings(Map.of("bos_token", "<s>", "eos_token", "</s>"), "{{ messages[0].content }}"),
                    tokenizer.settings());
        }
    }

    @Test
    void aByteThatTheVocabularyLacksIsLeftOut() {
        try (HuggingFaceTokenizer tokenizer = tokenizer(METADATA)) {
            assertEquals(TokenSequence.of(8), tokenizer.encode("ab\u0000"));
        }
    }

    @Test
    void foreignTokenizersAreRefused() {
        assertRefused(
                with("tokenizer.ggml.model", "llama"),
                "GGUF tokenizer: found model 'llama', expected 'gpt2' (byte-level byte-pair encoding)");
        assertRefused(
                with("tokenizer.ggml.pre", "tekken"),
                "GGUF tokenizer: tokenizer.ggml.pre is 'tekken', which Lichen does not know");
        assertRefused(Map.of(), "GGUF file without a tokenizer: found no tokenizer.ggml.model");
        assertRefused(
                with("tokenizer.ggml.token_type", List.of(1)),
                "GGUF tokenizer: found 1 token types, expected one for each of 11 tokens");
        assertRefused(
                with("tokenizer.ggml.eos_token_id", 11L),
                "GGUF tokenizer: tokenizer.ggml.eos_token_id is 11, expected an id below 11");
        assertRefused(with("tokenizer.ggml.tokens", "x"), "GGUF tokenizer: tokenizer.ggml.tokens is not a list");
    }

    private static void assertRefused(Map<String, ?> metadata, String message) {
        TokenizerException refused =
                assertThrows(TokenizerException.class, () -> HuggingFaceTokenizerFiles.fromGguf(metadata));
        assertEquals(message, refused.getMessage());
    }
}
