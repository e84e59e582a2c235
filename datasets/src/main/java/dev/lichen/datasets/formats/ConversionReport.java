package dev.lichen.datasets.formats;

import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Place;
import dev.lichen.datasets.files.BadRecords;
import dev.lichen.datasets.files.Skip;
import dev.lichen.datasets.format.Format;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Says what a conversion did, and what it left out or lost, by name with counts and first places.
 *
 * @param input the file that was read
 * @param from its format
 * @param output the file that was written
 * @param to its format
 * @param records how many records were read
 * @param written how many objects were written
 * @param bad records that could not be read
 * @param skipped objects that are well-formed and of no use
 * @param unwritable records that the format cannot hold
 * @param losses what the format has no place for, counted by records
 * @param neutralised the columns with texts that a spreadsheet would run, and how many of them got an apostrophe
 */
public record ConversionReport(
        String input,
        String from,
        String output,
        String to,
        long records,
        long written,
        List<Count> bad,
        List<Count> skipped,
        List<Count> unwritable,
        List<Count> losses,
        List<Count> neutralised) {

    /**
     * How often something happened, and where first.
     *
     * @param name what
     * @param count how often
     * @param first the first few places, as {@code file:line}
     */
    public record Count(String name, long count, List<String> first) {

        static List<Count> of(List<Skip> skips) {
            return skips.stream()
                    .map(skip -> new Count(
                            skip.reason(),
                            skip.count(),
                            skip.first().stream().map(Place::toString).toList()))
                    .toList();
        }

        static List<Count> of(Map<String, Long> counts) {
            return counts.entrySet().stream()
                    .map(entry -> new Count(entry.getKey(), entry.getValue(), List.of()))
                    .toList();
        }

        String line(String verb) {
            String more = first.size() < count ? ", …" : "";
            return "%s %s: %s (%s%s)".formatted(verb, grouped(count), name, String.join(", ", first), more);
        }
    }

    static ConversionReport of(
            Conversion conversion,
            Path input,
            Format from,
            BadRecords bad,
            RecordReader<JsonRecord> reader,
            WritingReport written) {
        return new ConversionReport(
                input.toString(),
                from.name(),
                conversion.output().file().toString(),
                conversion.to().name(),
                reader.counter().kept(),
                written.written(),
                Count.of(bad.skips()),
                Count.of(reader.counter().skips()),
                written.unwritable(),
                written.losses(),
                written.neutralised());
    }

    /** Returns lines for people: what was written, then a line for each thing that was left out or lost. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("%s (%s), %s records -> %s (%s), %s objects"
                .formatted(input, from, grouped(records), output, to, grouped(written)));
        bad.forEach(count -> lines.add(count.line("bad")));
        skipped.forEach(count -> lines.add(count.line("skipped")));
        List<String> ofWriting = new WritingReport(written, unwritable, losses, neutralised).lines();
        boolean anyBefore = !bad.isEmpty() || !skipped.isEmpty();
        ofWriting.stream()
                .filter(line -> !(anyBefore && line.equals(WritingReport.LOSSLESS)))
                .forEach(lines::add);
        return lines;
    }

    private static String grouped(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
