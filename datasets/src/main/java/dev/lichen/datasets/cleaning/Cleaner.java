package dev.lichen.datasets.cleaning;

import dev.lichen.datasets.Contents;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.RecordSource;
import dev.lichen.datasets.duplicates.NearDuplicateSearch;
import dev.lichen.datasets.duplicates.Passages;
import dev.lichen.datasets.duplicates.SimilarPair;
import dev.lichen.datasets.files.RecordWriter;
import dev.lichen.datasets.language.LanguageIdentifier;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ObjIntConsumer;

/**
 * Cleans records and writes what is left, and beside it what was taken.
 *
 * <p>The records are read two or three times: to decide by each record alone, to compare the near duplicates that were
 * met, and to write. In memory are the reasons of the removed, and the signatures of the others if near duplicates are
 * looked for.
 */
public final class Cleaner {

    private final CleaningPlan plan;
    private final Edits edits;
    private final Map<Integer, Removal> removals = new HashMap<>();
    private final StepCounter counter = new StepCounter();

    private Cleaner(CleaningPlan plan) {
        this.plan = plan;
        this.edits = new Edits(plan);
    }

    /**
     * Cleans records.
     *
     * @param source the records; each reading must give the same ones
     * @param target where to write those that are left, in Lichen's own format
     * @return what each step did
     */
    public static CleaningReport clean(CleaningPlan plan, RecordSource source, Path target) {
        Cleaner cleaner = new Cleaner(plan);
        cleaner.decide(source);
        return cleaner.write(source, target);
    }

    private void decide(RecordSource source) {
        Filters filters = new Filters(plan, new LanguageIdentifier());
        NearDuplicateSearch search = new NearDuplicateSearch(plan.threshold());
        numbered(source, (one, number) -> {
            JsonRecord edited = edits.apply(one).content();
            filters.decide(edited, name(one, number)).ifPresent(removal -> removals.put(number, removal));
            if (plan.has(CleaningStep.NEAR_DUPLICATES)) {
                search.add(removals.containsKey(number) ? List.of() : Passages.whole(edited));
            }
        });
        if (search.hasCandidates()) {
            compare(source, search);
        }
    }

    private void compare(RecordSource source, NearDuplicateSearch search) {
        source.forEach(
                one -> search.verify(() -> Passages.whole(edits.apply(one).content())));
        for (SimilarPair pair : search.pairs()) {
            if (!removals.containsKey(pair.earlier()) && !removals.containsKey(pair.later())) {
                String reason = String.format(
                        Locale.ROOT, "%.0f %% the same as #%d", 100 * pair.similarity(), pair.earlier() + 1);
                removals.put(pair.later(), new Removal(CleaningStep.NEAR_DUPLICATES, "nearly the same", reason));
            }
        }
    }

    private CleaningReport write(RecordSource source, Path target) {
        AtomicInteger changed = new AtomicInteger();
        AtomicInteger count = new AtomicInteger();
        try (RecordWriter cleaned = RecordWriter.open(target);
                RecordWriter side = RecordWriter.open(RemovedRecords.beside(target))) {
            numbered(source, (one, number) -> {
                count.incrementAndGet();
                Edits.Edited edited = edits.apply(one);
                Removal removal = removals.get(number);
                if (removal != null) {
                    counter.add(removal.step(), List.of(removal.kind()));
                    side.write(RemovedRecords.removed(number + 1, one, removal));
                } else {
                    if (!edited.findings().isEmpty()) {
                        changed.incrementAndGet();
                        edited.findings().forEach(counter::add);
                        side.write(RemovedRecords.changed(number + 1, one, edited.findings()));
                    }
                    cleaned.write(edited.content());
                }
            });
            side.write(RemovedRecords.end(count.get(), count.get() - removals.size()));
            side.commit();
            cleaned.commit();
        }
        return new CleaningReport(count.get(), count.get() - removals.size(), changed.get(), counter.counts(plan));
    }

    private static void numbered(RecordSource source, ObjIntConsumer<JsonRecord> consumer) {
        AtomicInteger number = new AtomicInteger();
        source.forEach(one -> consumer.accept(one, number.getAndIncrement()));
    }

    private static String name(JsonRecord one, int number) {
        String id = Contents.of(one).attributes().id();
        return "#" + (number + 1) + (id == null ? "" : " (" + id + ")");
    }
}
