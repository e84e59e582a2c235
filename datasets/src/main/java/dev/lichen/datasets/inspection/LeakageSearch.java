package dev.lichen.datasets.inspection;

import dev.lichen.datasets.RecordSource;
import dev.lichen.datasets.duplicates.NearDuplicateSearch;
import dev.lichen.datasets.duplicates.Passages;
import dev.lichen.datasets.duplicates.RecordKey;
import dev.lichen.datasets.duplicates.SimilarPair;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Finds prompts that two files share, word for word or nearly: what one learns from must not be what one is tested on.
 *
 * <p>The prompts of the other file come first in one search over both.
 */
final class LeakageSearch {

    private static final int SHOWN = 5;

    private LeakageSearch() {}

    static DatasetSummary.Leakage find(RecordSource records, RecordSource other, String otherFile, double threshold) {
        Set<Long> prompts = new HashSet<>();
        AtomicLong otherCount = new AtomicLong();
        other.forEach(one -> {
            prompts.add(RecordKey.ofPrompt(one));
            otherCount.incrementAndGet();
        });
        AtomicLong exact = new AtomicLong();
        records.forEach(one -> exact.addAndGet(prompts.contains(RecordKey.ofPrompt(one)) ? 1 : 0));
        Map<Integer, SimilarPair> similar = similar(records, other, (int) otherCount.get(), threshold);
        List<DatasetSummary.Similar> first = similar.values().stream()
                .limit(SHOWN)
                .map(pair -> new DatasetSummary.Similar(
                        pair.earlier() + 1L, pair.later() - otherCount.get() + 1, pair.similarity()))
                .toList();
        return new DatasetSummary.Leakage(otherFile, exact.get(), similar.size(), first);
    }

    /** Returns for each record that is like one of the other file the most similar of them. */
    private static Map<Integer, SimilarPair> similar(
            RecordSource records, RecordSource other, int otherCount, double threshold) {
        RecordSource both = consumer -> {
            other.forEach(consumer);
            records.forEach(consumer);
        };
        Map<Integer, SimilarPair> most = new LinkedHashMap<>();
        for (SimilarPair pair : NearDuplicateSearch.find(both, Passages::prompt, threshold)) {
            if (pair.earlier() < otherCount && pair.later() >= otherCount) {
                most.merge(pair.later(), pair, (a, b) -> a.similarity() >= b.similarity() ? a : b);
            }
        }
        return most;
    }
}
