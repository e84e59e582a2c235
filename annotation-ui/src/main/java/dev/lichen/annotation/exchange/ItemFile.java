package dev.lichen.annotation.exchange;

import dev.lichen.annotation.project.NewItem;
import dev.lichen.datasets.DataFormatException;
import dev.lichen.datasets.Place;
import dev.lichen.datasets.Ranking;
import dev.lichen.datasets.files.Skip;
import dev.lichen.datasets.files.SkipCounter;
import dev.lichen.datasets.formats.Datasets;
import dev.lichen.datasets.formats.ReadReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The items of a data file of any known format.
 *
 * @param format the name of the format
 * @param items what can be ranked
 * @param skips what cannot, and why
 */
record ItemFile(String format, List<NewItem> items, List<Skip> skips) {

    ItemFile {
        items = List.copyOf(items);
        skips = List.copyOf(skips);
    }

    /**
     * Reads a file to its end.
     *
     * @throws DataFormatException naming file and line, if a record is not what its format says or has too many answers
     */
    static ItemFile read(Path file) {
        SkipCounter counter = new SkipCounter();
        List<NewItem> items = new ArrayList<>();
        ReadReport report = Datasets.scan(file, (one, place) -> {
            if (one instanceof Ranking ranking) {
                items.add(new NewItem(ranking.prompt(), ranking.answers(), ranking.attributes(), 0));
            } else {
                counter.skip("not a prompt with several answers", place);
            }
        });
        List<Skip> skips =
                Stream.concat(report.skips().stream(), counter.skips().stream()).toList();
        if (items.isEmpty()) {
            String found = skips.stream().map(Skip::toString).findFirst().orElse("no records");
            throw new DataFormatException("Nothing to rank", Place.of(file), found, "prompts with 2 to 9 answers each");
        }
        return new ItemFile(report.format(), items, skips);
    }
}
