package dev.lichen.datasets.formats;

import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Place;
import dev.lichen.datasets.files.Skip;
import dev.lichen.datasets.files.SkipCounter;
import dev.lichen.datasets.format.Format;
import java.nio.file.Path;
import java.util.List;

/**
 * Says before anything is written what a format can hold of records, by trying it on some that have everything.
 *
 * @param writable whether it can hold any of them
 * @param leftOut why it cannot hold some of them
 * @param losses what it has no place for
 */
public record FormatPreview(boolean writable, List<String> leftOut, List<String> losses) {

    private static final Place NOWHERE = Place.of(Path.of("specimen"));

    public FormatPreview {
        leftOut = List.copyOf(leftOut);
        losses = List.copyOf(losses);
    }

    /** Tries a format on specimens. */
    public static FormatPreview of(Format format, List<? extends JsonRecord> specimens) {
        if (format.isReadOnly()) {
            return new FormatPreview(false, List.of(), List.of());
        }
        RecordConverter converter = new RecordConverter(format, NOWHERE, object -> {});
        specimens.forEach(specimen -> converter.accept(specimen, NOWHERE));
        converter.finish();
        return new FormatPreview(converter.written() > 0, names(converter.unwritable()), names(converter.losses()));
    }

    private static List<String> names(SkipCounter counter) {
        return counter.skips().stream().map(Skip::reason).toList();
    }
}
