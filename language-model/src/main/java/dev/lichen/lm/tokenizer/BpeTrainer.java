package dev.lichen.lm.tokenizer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Learns a byte-level byte-pair encoding from texts.
 *
 * <p>The texts are cut into words, the words into bytes. Then, until the vocabulary is full, the pair of neighbouring
 * symbols that occurs most often becomes one new symbol; of pairs that occur equally often the one with the smaller left
 * id wins, then the one with the smaller right id, so the same texts give the same vocabulary. Ids: the control tokens
 * in the order given, the 256 bytes, the merges in the order learned.
 *
 * <p>Pair counts are kept up to date merge by merge, and a merge touches only the places where its pair stands: a
 * megabyte of text takes seconds, also where a Chinese clause makes one word of thousands of bytes.
 */
public final class BpeTrainer {

    private static final int BYTES = 256;

    /** A pair that occurs only once teaches nothing. */
    private static final long MINIMUM_COUNT = 2;

    private final List<String> controlTokens;
    private final int vocabularySize;
    private final PreTokenization preTokenization;

    /**
     * Creates a trainer.
     *
     * @param controlTokens literals of the control tokens, which get the first ids
     * @param vocabularySize the number of ids to fill, control tokens and bytes included; fewer if the texts run out of
     *     repeated pairs
     */
    public BpeTrainer(List<String> controlTokens, int vocabularySize) {
        int smallest = controlTokens.size() + BYTES;
        if (vocabularySize < smallest) {
            throw new TokenizerException(
                    "the vocabulary must hold at least the 256 bytes and %d control tokens, %d, was %d"
                            .formatted(controlTokens.size(), smallest, vocabularySize));
        }
        this.controlTokens = List.copyOf(controlTokens);
        this.vocabularySize = vocabularySize;
        this.preTokenization = PreTokenization.WORDS;
    }

    /** Learns the vocabulary of some texts. */
    public BytePairVocabulary train(Iterable<String> texts) {
        Vocabulary vocabulary = new Vocabulary(controlTokens);
        PairCounts pairs = new PairCounts(SymbolChains.of(countWords(texts), controlTokens.size()));
        while (vocabulary.size() < vocabularySize) {
            Optional<SymbolPair> next = pairs.mostFrequent(MINIMUM_COUNT, pair -> !vocabulary.spellsControlToken(pair));
            if (next.isEmpty()) {
                break;
            }
            pairs.merge(next.get(), vocabulary.add(next.get()));
        }
        return vocabulary.toBytePairVocabulary(preTokenization);
    }

    private Map<String, Long> countWords(Iterable<String> texts) {
        Map<String, Long> counts = new HashMap<>();
        for (String text : texts) {
            preTokenization.words().matcher(text).results().forEach(word -> counts.merge(word.group(), 1L, Long::sum));
        }
        return counts;
    }

    /** The symbols so far and the merges that made them. */
    private static final class Vocabulary {

        private final List<String> tokens;
        private final List<String> merges = new ArrayList<>();
        private final Map<String, Integer> ids = new HashMap<>();
        private final Set<String> controlTokens;

        Vocabulary(List<String> controlTokens) {
            this.controlTokens = Set.copyOf(controlTokens);
            tokens = new ArrayList<>(controlTokens);
            IntStream.range(0, BYTES).forEach(value -> tokens.add(String.valueOf(ByteAlphabet.character(value))));
        }

        int size() {
            return tokens.size();
        }

        boolean spellsControlToken(SymbolPair pair) {
            return controlTokens.contains(spelling(pair));
        }

        /** Returns the id of the joined symbol: a new one, unless another pair already made the same spelling. */
        int add(SymbolPair pair) {
            merges.add(tokens.get(pair.left()) + " " + tokens.get(pair.right()));
            return ids.computeIfAbsent(spelling(pair), spelling -> {
                tokens.add(spelling);
                return tokens.size() - 1;
            });
        }

        private String spelling(SymbolPair pair) {
            return tokens.get(pair.left()) + tokens.get(pair.right());
        }

        BytePairVocabulary toBytePairVocabulary(PreTokenization preTokenization) {
            Set<Integer> control =
                    IntStream.range(0, controlTokens.size()).boxed().collect(Collectors.toSet());
            return new BytePairVocabulary(tokens, merges, control, Set.of(), preTokenization);
        }
    }
}
