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
 * @param skips why others did not, in the order of first appearance
 */
public record ReadReport(String file, String format, long kept, List<Skip> skips) {

    public ReadReport {
        skips = List.copyOf(skips);
    }

    /** Returns how many objects were left out. */
    public long skipped() {
        return skips.stream().mapToLong(Skip::count).sum();
    }

    /** Returns lines for people: what was kept, then a line for each reason to skip. */
    public List<String> lines() {
        return Stream.concat(
                        Stream.of("%s: %d records (%s)".formatted(file, kept, format)),
                        skips.stream().map(Skip::toString))
                .toList();
    }
}
