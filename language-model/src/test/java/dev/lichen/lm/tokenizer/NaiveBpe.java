package dev.lichen.lm.tokenizer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;

/** Byte-pair encoding as the textbook has it: everything is recounted after each merge. A second, slow opinion. */
final class NaiveBpe {

    private NaiveBpe() {}

    /** Learns merges, spelled as in {@link BytePairVocabulary#merges()}. */
    static List<String> learn(String text, List<String> controlTokens, int merges) {
        List<String> ids = new ArrayList<>(controlTokens);
        for (int value = 0; value < 256; value++) {
            ids.add(String.valueOf(ByteAlphabet.character(value)));
        }
        List<List<String>> words = new ArrayList<>(words(text));
        List<String> learned = new ArrayList<>();
        while (learned.size() < merges) {
            Optional<List<String>> best = mostFrequent(words, ids);
            if (best.isEmpty()) {
                break;
            }
            String joined = String.join("", best.get());
            learned.add(String.join(" ", best.get()));
            if (!ids.contains(joined)) {
                ids.add(joined);
            }
            words.replaceAll(word -> join(word, best.get()));
        }
        return learned;
    }

    /** Encodes a text: within each word the earliest merge first, leftmost first. */
    static TokenSequence encode(String text, BytePairVocabulary vocabulary) {
        List<Integer> tokens = new ArrayList<>();
        for (List<String> word : words(text)) {
            List<String> symbols = word;
            for (String merge : vocabulary.merges()) {
                symbols = join(symbols, List.of(merge.split(" ")));
            }
            symbols.forEach(symbol -> tokens.add(vocabulary.tokens().indexOf(symbol)));
        }
        return TokenSequence.of(tokens);
    }

    private static List<List<String>> words(String text) {
        return PreTokenization.WORDS
                .words()
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .map(NaiveBpe::bytes)
                .toList();
    }

    private static List<String> bytes(String word) {
        List<String> symbols = new ArrayList<>();
        for (byte value : word.getBytes(StandardCharsets.UTF_8)) {
            symbols.add(String.valueOf(ByteAlphabet.character(Byte.toUnsignedInt(value))));
        }
        return symbols;
    }

    private static Optional<List<String>> mostFrequent(List<List<String>> words, List<String> ids) {
        Map<List<String>, Integer> counts = new HashMap<>();
        for (List<String> word : words) {
            for (int i = 0; i + 1 < word.size(); i++) {
                counts.merge(List.copyOf(word.subList(i, i + 2)), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= 2)
                .min(Comparator.comparingInt((Map.Entry<List<String>, Integer> entry) -> -entry.getValue())
                        .thenComparingInt(entry -> ids.indexOf(entry.getKey().get(0)))
                        .thenComparingInt(entry -> ids.indexOf(entry.getKey().get(1))))
                .map(Map.Entry::getKey);
    }

    private static List<String> join(List<String> symbols, List<String> pair) {
        List<String> joined = new ArrayList<>();
        for (int i = 0; i < symbols.size(); i++) {
            boolean found = i + 1 < symbols.size() && symbols.subList(i, i + 2).equals(pair);
            joined.add(found ? symbols.get(i) + symbols.get(i + 1) : symbols.get(i));
            i += found ? 1 : 0;
        }
        return joined;
    }
}
