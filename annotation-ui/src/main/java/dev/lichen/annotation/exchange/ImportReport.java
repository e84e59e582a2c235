package dev.lichen.annotation.exchange;

import dev.lichen.annotation.project.AddedItems;
import dev.lichen.datasets.files.Skip;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What became of a file.
 *
 * @param file its name
 * @param format the name of its format
 * @param items what became of the items in it
 * @param judgements what became of the judgements; null if they were not wanted
 * @param skips records that hold nothing to rank, by reason
 */
public record ImportReport(
        String file,
        String format,
        AddedItems items,
        @Nullable KeptJudgements judgements,
        List<Skip> skips) {

    public ImportReport {
        skips = List.copyOf(skips);
    }

    /** Returns lines for people. */
    public List<String> lines() {
        String counts = "%s: %d items added (%s), %d known already, %d held for a look, %d with identical answers"
                .formatted(file, items.added(), format, items.duplicates(), items.held(), items.identical());
        Stream<String> toWrite = items.toWrite() == 0
                ? Stream.of()
                : Stream.of("%d of them have no answers: people will write one".formatted(items.toWrite()));
        Stream<String> kept = judgements == null
                ? Stream.of()
                : Stream.of("%d judgements by %d annotators kept, %d known already"
                        .formatted(judgements.kept(), judgements.annotators(), judgements.known()));
        return Stream.of(Stream.of(counts), toWrite, kept, skips.stream().map(Skip::toString))
                .flatMap(lines -> lines)
                .toList();
    }
}
