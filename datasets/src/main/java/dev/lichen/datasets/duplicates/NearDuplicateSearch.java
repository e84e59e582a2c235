package dev.lichen.datasets.duplicates;

import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.RecordSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Finds pairs of nearly equal records among many, in two passes over the same records in the same order.
 *
 * <pre>{@code
 * records.forEach(record -> search.add(Passages.whole(record)));
 * if (search.hasCandidates()) {
 *     records.forEach(record -> search.verify(() -> Passages.whole(record)));
 * }
 * List<SimilarPair> pairs = search.pairs();
 * }</pre>
 *
 * <p>Each record is compared with the first that is like it in some band, at most 32; so of a large group of nearly equal
 * records not every pair is reported, but each record with at least one other. In the second pass only the runs of
 * records that still wait for a partner are in memory.
 */
public final class NearDuplicateSearch {

    /** Texts that share so much are nearly the same, unless somebody says otherwise. */
    public static final double DEFAULT_THRESHOLD = 0.8;

    private static final double STANDARD_ERRORS = 3;

    private final double threshold;
    private final double leastEstimate;
    private final List<MinHashSignature> signatures = new ArrayList<>();
    private final FirstNumbers bands = new FirstNumbers();
    private final Map<Integer, List<Integer>> candidates = new LinkedHashMap<>();
    private final Map<Integer, Integer> lastPartners = new HashMap<>();
    private final Map<Integer, Shingles> waiting = new HashMap<>();
    private final List<SimilarPair> pairs = new ArrayList<>();
    private int verified;

    /**
     * Starts a search.
     *
     * @param threshold the least Jaccard similarity of a pair, in (0, 1]
     */
    public NearDuplicateSearch(double threshold) {
        if (!(threshold > 0 && threshold <= 1)) {
            throw new IllegalArgumentException("threshold must be above 0 and at most 1, was " + threshold);
        }
        this.threshold = threshold;
        this.leastEstimate =
                threshold - STANDARD_ERRORS * Math.sqrt(threshold * (1 - threshold) / MinHashSignature.FUNCTIONS);
    }

    /**
     * Finds the pairs among records, reading them once, and once more if any met.
     *
     * @param passages what to compare of a record, as {@code Passages::whole}
     */
    public static List<SimilarPair> find(
            RecordSource records, Function<JsonRecord, List<Passage>> passages, double threshold) {
        NearDuplicateSearch search = new NearDuplicateSearch(threshold);
        records.forEach(one -> search.add(passages.apply(one)));
        if (search.hasCandidates()) {
            records.forEach(one -> search.verify(() -> passages.apply(one)));
        }
        return search.pairs();
    }

    /** Adds the next record of the first pass; one without any word is like no other. */
    public void add(List<Passage> passages) {
        Shingles shingles = Shingles.of(passages);
        MinHashSignature signature = MinHashSignature.of(shingles);
        int number = signatures.size();
        signatures.add(signature);
        if (shingles.size() > 0) {
            meet(number, signature);
        }
    }

    /** Returns whether a second pass is worth the while. */
    public boolean hasCandidates() {
        return !candidates.isEmpty();
    }

    /** Compares the next record of the second pass with those it met; its passages are made only if it met one. */
    public void verify(Supplier<List<Passage>> passages) {
        int number = verified++;
        List<Integer> earlier = candidates.getOrDefault(number, List.of());
        if (earlier.isEmpty() && !lastPartners.containsKey(number)) {
            return;
        }
        Shingles shingles = Shingles.of(passages.get());
        earlier.forEach(other -> compare(other, number, shingles));
        if (lastPartners.containsKey(number)) {
            waiting.put(number, shingles);
        }
    }

    /** Returns the pairs that were verified, by the number of the later record. */
    public List<SimilarPair> pairs() {
        return Collections.unmodifiableList(pairs);
    }

    /** Returns how many records were added. */
    public int size() {
        return signatures.size();
    }

    private void meet(int number, MinHashSignature signature) {
        TreeSet<Integer> met = new TreeSet<>();
        for (int band = 0; band < MinHashSignature.BANDS; band++) {
            int first = bands.putIfAbsent(signature.band(band), number);
            if (first >= 0 && first != number) {
                met.add(first);
            }
        }
        met.removeIf(other -> signatures.get(other).similarity(signature) < leastEstimate);
        if (!met.isEmpty()) {
            candidates.put(number, List.copyOf(met));
            met.forEach(other -> lastPartners.put(other, number));
        }
    }

    private void compare(int earlier, int later, Shingles shingles) {
        Shingles other = waiting.get(earlier);
        if (other == null) {
            throw new IllegalStateException("record " + earlier + " is missing from the second pass");
        }
        double similarity = other.jaccard(shingles);
        if (similarity >= threshold) {
            pairs.add(new SimilarPair(earlier, later, similarity));
        }
        if (lastPartners.getOrDefault(earlier, later) == later) {
            waiting.remove(earlier);
        }
    }
}
