package dev.lichen.lm.tokenizer;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** The distinct words of a text as doubly linked chains of symbols, all in one run of places, with their counts. */
final class SymbolChains {

    static final int NONE = -1;

    private final int[] symbols;
    private final int[] previous;
    private final int[] next;
    private final long[] counts;

    private SymbolChains(int places) {
        symbols = new int[places];
        previous = new int[places];
        next = new int[places];
        counts = new long[places];
    }

    /** Lays out words as their bytes, byte 0 having the id {@code firstByte}. */
    static SymbolChains of(Map<String, Long> wordCounts, int firstByte) {
        Map<String, Long> sorted = new TreeMap<>(wordCounts);
        int places = sorted.keySet().stream().mapToInt(SymbolChains::length).reduce(0, Math::addExact);
        SymbolChains chains = new SymbolChains(places);
        int place = 0;
        for (Map.Entry<String, Long> word : sorted.entrySet()) {
            place = chains.lay(word.getKey().getBytes(StandardCharsets.UTF_8), word.getValue(), firstByte, place);
        }
        return chains;
    }

    private static int length(String word) {
        return word.getBytes(StandardCharsets.UTF_8).length;
    }

    private int lay(byte[] word, long count, int firstByte, int start) {
        int end = start + word.length;
        for (int place = start; place < end; place++) {
            symbols[place] = firstByte + Byte.toUnsignedInt(word[place - start]);
            previous[place] = place == start ? NONE : place - 1;
            next[place] = place == end - 1 ? NONE : place + 1;
        }
        Arrays.fill(counts, start, end, count);
        return end;
    }

    /** Returns the number of places, emptied ones included. */
    int places() {
        return symbols.length;
    }

    /** Returns how often the word of a place occurs. */
    long count(int place) {
        return counts[place];
    }

    /** Returns the place before, or {@link #NONE} at the beginning of a word. */
    int previous(int place) {
        return previous[place];
    }

    /** Returns the place after, or {@link #NONE} at the end of a word. */
    int next(int place) {
        return next[place];
    }

    /** Returns whether a place has a neighbour to its right. */
    boolean startsPair(int place) {
        return symbols[place] != NONE && next[place] != NONE;
    }

    /** Returns the symbol of a place and the one after it. */
    SymbolPair pair(int place) {
        return new SymbolPair(symbols[place], symbols[next[place]]);
    }

    /** Puts one symbol in the place of a pair; the right one's place is emptied. */
    void join(int place, int symbol) {
        int emptied = next[place];
        symbols[place] = symbol;
        next[place] = next[emptied];
        if (next[place] != NONE) {
            previous[next[place]] = place;
        }
        symbols[emptied] = NONE;
    }
}
