package dev.lichen.datasets.formats;

import dev.lichen.datasets.files.Skip;
import java.util.List;
import java.util.stream.Stream;

/**
 * Says what became of the objects of a file.
 *
 * @param file the file, as the user named it
 * @param format the name of its format
 * @param kept how many became records
 * @param skips why well-formed others did not, in the order of first appearance
 * @param bad what was wrong with those that could not be read
 */
public record ReadReport(String file, String format, long kept, List<Skip> skips, List<Skip> bad) {

    public ReadReport {
        skips = List.copyOf(skips);
        bad = List.copyOf(bad);
    }

    /** Returns how many objects were left out. */
    public long skipped() {
        return Stream.concat(skips.stream(), bad.stream())
                .mapToLong(Skip::count)
                .sum();
    }

    /** Returns lines for people: what was kept, then a line for each reason to leave others out. */
    public List<String> lines() {
        return Stream.concat(Stream.of("%s: %d records (%s)".formatted(file, kept, format)), leftOut().stream())
                .toList();
    }

    /** Returns a line for each reason to leave objects out. */
    public List<String> leftOut() {
        return Stream.concat(
                        skips.stream().map(Skip::toString),
                        bad.stream().map(skip -> skip.toString().replaceFirst("^skipped", "bad")))
                .toList();
    }
}
