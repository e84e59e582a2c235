package dev.lichen.lm.tokenizer;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lichen.datasets.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A vocabulary of 8,000 learned from MOSS's sample conversations, measured on every fifth file, held out. */
class MossTokenizerTest {

    private static final int VOCABULARY = 8000;
    private static final int HELD_OUT_EVERY = 5;
    private static final double MINIMUM_HAN_SHARE = 0.3;

    /** Tokens a character; plain bytes need 2.8, GPT-2 2.0. */
    private static final double MOST_CHINESE_TOKENS = 1.0;

    private static final double MOST_ENGLISH_TOKENS = 0.3;

    private static List<String> heldOut = List.of();
    private static HuggingFaceTokenizer tokenizer;

    @BeforeAll
    static void train() throws IOException {
        Path folder = SharedData.path("moss-003-sft/conversations/conversation_without_plugins/helpful_conversations");
        List<Path> files;
        try (Stream<Path> found = Files.walk(folder)) {
            files = found.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
        Map<Boolean, List<Path>> split =
                files.stream().collect(Collectors.partitioningBy(file -> files.indexOf(file) % HELD_OUT_EVERY == 0));
        heldOut = segments(split.getOrDefault(true, List.of()));
        BytePairVocabulary vocabulary =
                new BpeTrainer(Texts.CONTROL_TOKENS, VOCABULARY).train(segments(split.getOrDefault(false, List.of())));
        tokenizer = HuggingFaceTokenizer.of(HuggingFaceTokenizerFiles.create(vocabulary, TokenizerSettings.none()));
    }

    @AfterAll
    static void close() {
        if (tokenizer != null) {
            tokenizer.close();
        }
    }

    @Test
    void aChineseCharacterNeedsAtMostOneToken() {
        double rate = tokensPerCharacter(heldOut.stream().filter(MossTokenizerTest::isChinese));
        assertTrue(rate <= MOST_CHINESE_TOKENS, "tokens a character: " + rate);
    }

    @Test
    void englishDoesNotPayForIt() {
        double rate = tokensPerCharacter(heldOut.stream().filter(text -> !isChinese(text)));
        assertTrue(rate <= MOST_ENGLISH_TOKENS, "tokens a character: " + rate);
    }

    @Test
    void everySegmentComesBack() {
        assertTrue(heldOut.stream()
                .allMatch(text -> tokenizer.decode(tokenizer.encode(text)).equals(text)));
    }

    private static double tokensPerCharacter(Stream<String> texts) {
        List<String> all = texts.toList();
        double tokens =
                all.stream().mapToInt(text -> tokenizer.encode(text).size()).sum();
        return tokens
                / all.stream()
                        .mapToInt(text -> text.codePointCount(0, text.length()))
                        .sum();
    }

    private static boolean isChinese(String text) {
        long han = text.codePoints()
                .filter(codePoint -> Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN)
                .count();
        return han > MINIMUM_HAN_SHARE * text.length();
    }

    private static List<String> segments(List<Path> files) throws IOException {
        List<String> segments = new ArrayList<>();
        for (Path file : files) {
            collect(new ObjectMapper().readTree(file.toFile()).path("chat"), segments);
        }
        return segments;
    }

    private static void collect(JsonNode node, List<String> segments) {
        if (node.isTextual()) {
            segments.add(node.textValue().replaceAll("<\\|?\\w+\\|?>:?", ""));
        }
        node.forEach(child -> collect(child, segments));
    }
}
