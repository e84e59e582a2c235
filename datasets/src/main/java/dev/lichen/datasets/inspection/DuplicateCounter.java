package dev.lichen.datasets.inspection;

import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.duplicates.DuplicateGroups;
import dev.lichen.datasets.duplicates.NearDuplicateSearch;
import dev.lichen.datasets.duplicates.Passages;
import dev.lichen.datasets.duplicates.RecordKey;
import dev.lichen.datasets.duplicates.SimilarPair;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Counts repetitions, exact ones at once, near ones after a second reading. */
final class DuplicateCounter {

    private static final int SHOWN = 5;

    private final Set<Long> records = new HashSet<>();
    private final Set<Long> prompts = new HashSet<>();
    private final NearDuplicateSearch search;
    private long repeatedRecords;
    private long repeatedPrompts;

    DuplicateCounter(double threshold) {
        search = new NearDuplicateSearch(threshold);
    }

    /** Counts a record; of those that are exactly the same, only the first is looked at for near ones. */
    void add(JsonRecord one) {
        boolean first = records.add(RecordKey.of(one));
        repeatedRecords += first ? 0 : 1;
        repeatedPrompts += prompts.add(RecordKey.ofPrompt(one)) ? 0 : 1;
        search.add(first ? Passages.whole(one) : List.of());
    }

    boolean needsSecondReading() {
        return search.hasCandidates();
    }

    void addAgain(JsonRecord one) {
        search.verify(() -> Passages.whole(one));
    }

    DatasetSummary.Duplicates result() {
        List<SimilarPair> pairs = search.pairs();
        return new DatasetSummary.Duplicates(
                repeatedRecords,
                repeatedPrompts,
                pairs.stream().map(SimilarPair::later).distinct().count(),
                DuplicateGroups.of(pairs).count(),
                pairs.stream().limit(SHOWN).map(DuplicateCounter::similar).toList());
    }

    private static DatasetSummary.Similar similar(SimilarPair pair) {
        return new DatasetSummary.Similar(pair.earlier() + 1L, pair.later() + 1L, pair.similarity());
    }
}
