package dev.lichen.datasets.formats;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Says what was written in a format, and what was left out or lost, by name with counts and first places.
 *
 * @param written how many objects
 * @param unwritable records that the format cannot hold
 * @param losses what the format has no place for, counted by records
 * @param neutralised the columns with texts that a spreadsheet would run, and how many of them got an apostrophe
 */
public record WritingReport(
        long written,
        List<ConversionReport.Count> unwritable,
        List<ConversionReport.Count> losses,
        List<ConversionReport.Count> neutralised) {

    static final String LOSSLESS = "nothing was left out or lost";

    public WritingReport {
        unwritable = List.copyOf(unwritable);
        losses = List.copyOf(losses);
        neutralised = List.copyOf(neutralised);
    }

    /** Returns whether the file says all that the records said. */
    public boolean isLossless() {
        return unwritable.isEmpty() && losses.isEmpty();
    }

    /** Returns lines for people: a line for each thing that was left out, lost or neutralised. */
    public List<String> lines() {
        Stream<String> gone = Stream.concat(
                unwritable.stream().map(count -> count.line("left out")),
                losses.stream().map(count -> count.line("lost in")));
        Stream<String> lossless = isLossless() ? Stream.of(LOSSLESS) : Stream.of();
        return Stream.of(gone, lossless, neutralised.stream().map(WritingReport::apostrophes))
                .flatMap(lines -> lines)
                .toList();
    }

    private static String apostrophes(ConversionReport.Count column) {
        return String.format(
                Locale.ROOT,
                "neutralised %,d of column %s: an apostrophe before what a spreadsheet would run",
                column.count(),
                column.name());
    }
}
