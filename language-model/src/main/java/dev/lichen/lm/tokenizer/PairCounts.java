package dev.lichen.lm.tokenizer;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Counts neighbouring symbols, kept exact while pairs are merged.
 *
 * <p>A queue holds each pair under a count that it once had. Counts in the queue may be too large, never too small: a
 * pair whose count grows is queued again. So the first entry whose count is still true is the most frequent pair.
 */
final class PairCounts {

    private final SymbolChains chains;
    private final Map<SymbolPair, Occurrences> pairs = new HashMap<>();
    private final PriorityQueue<Candidate> queue = new PriorityQueue<>();

    PairCounts(SymbolChains chains) {
        this.chains = chains;
        for (int place = 0; place < chains.places(); place++) {
            if (chains.startsPair(place)) {
                add(place);
            }
        }
        pairs.forEach((pair, occurrences) -> queue.add(new Candidate(occurrences.count, pair)));
    }

    /** Returns the most frequent pair that is admitted, if one occurs at least {@code minimumCount} times. */
    Optional<SymbolPair> mostFrequent(long minimumCount, Predicate<SymbolPair> admitted) {
        for (Candidate first = queue.poll(); first != null; first = queue.poll()) {
            long count = count(first.pair);
            if (count < minimumCount || !admitted.test(first.pair)) {
                continue;
            }
            if (count == first.count) {
                return Optional.of(first.pair);
            }
            queue.add(new Candidate(count, first.pair));
        }
        return Optional.empty();
    }

    /** Joins a pair wherever it stands, from left to right. */
    void merge(SymbolPair pair, int joined) {
        Occurrences occurrences = pairs.get(pair);
        if (occurrences == null) {
            throw new IllegalArgumentException("no such pair: " + pair);
        }
        Set<SymbolPair> grown = new HashSet<>();
        for (int place : occurrences.sortedPlaces()) {
            if (chains.startsPair(place) && chains.pair(place).equals(pair)) {
                join(place, joined, grown);
            }
        }
        pairs.remove(pair);
        grown.forEach(neighbours -> queue.add(new Candidate(count(neighbours), neighbours)));
    }

    private void join(int place, int joined, Set<SymbolPair> grown) {
        int before = chains.previous(place);
        int after = chains.next(place);
        remove(before);
        remove(place);
        remove(after);
        chains.join(place, joined);
        addGrown(before, grown);
        addGrown(place, grown);
    }

    private void addGrown(int place, Set<SymbolPair> grown) {
        if (place != SymbolChains.NONE && chains.startsPair(place)) {
            add(place);
            grown.add(chains.pair(place));
        }
    }

    private void add(int place) {
        pairs.computeIfAbsent(chains.pair(place), pair -> new Occurrences()).add(place, chains.count(place));
    }

    private void remove(int place) {
        if (place != SymbolChains.NONE && chains.startsPair(place)) {
            Occurrences occurrences = pairs.get(chains.pair(place));
            if (occurrences != null) {
                occurrences.count -= chains.count(place);
            }
        }
    }

    private long count(SymbolPair pair) {
        Occurrences occurrences = pairs.get(pair);
        return occurrences == null ? 0 : occurrences.count;
    }

    /** A pair under a count that it has or had; the most frequent first, then the smallest ids. */
    private record Candidate(long count, SymbolPair pair) implements Comparable<Candidate> {

        @Override
        public int compareTo(Candidate other) {
            return count == other.count ? pair.compareTo(other.pair) : Long.compare(other.count, count);
        }
    }

    /** How often a pair occurs, and every place where it stands or once stood. */
    private static final class Occurrences {

        private static final int FIRST_CAPACITY = 4;

        private long count;
        private int[] places = new int[FIRST_CAPACITY];
        private int size;

        void add(int place, long wordCount) {
            if (size == places.length) {
                places = Arrays.copyOf(places, 2 * size);
            }
            places[size++] = place;
            count += wordCount;
        }

        int[] sortedPlaces() {
            int[] sorted = Arrays.copyOf(places, size);
            Arrays.sort(sorted);
            return sorted;
        }
    }
}
