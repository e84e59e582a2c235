package dev.lichen.annotation.exchange;

import dev.lichen.annotation.project.NewItem;
import dev.lichen.datasets.DataFormatException;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Place;
import dev.lichen.datasets.Ranking;
import dev.lichen.datasets.files.DataFiles;
import dev.lichen.datasets.files.Skip;
import dev.lichen.datasets.files.SkipCounter;
import dev.lichen.datasets.formats.Datasets;
import dev.lichen.datasets.formats.Format;
import dev.lichen.datasets.formats.Reading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
        Format format = Datasets.recognise(file);
        SkipCounter counter = new SkipCounter();
        List<NewItem> items = new ArrayList<>();
        DataFiles.scan(file, fields -> {
            switch (DataFiles.located(one -> item(format, one), fields)) {
                case Reading.Kept<NewItem>(NewItem item) -> items.add(item);
                case Reading.Skipped<NewItem>(String reason) -> counter.skip(reason, fields.place());
            }
            return true;
        });
        if (items.isEmpty()) {
            String found =
                    counter.skips().stream().map(Skip::toString).findFirst().orElse("no records");
            throw new DataFormatException("Nothing to rank", Place.of(file), found, "prompts with 2 to 9 answers each");
        }
        return new ItemFile(format.name(), items, counter.skips());
    }

    private static Reading<NewItem> item(Format format, JsonFields fields) {
        Reading<JsonRecord> reading = format.read(fields);
        return reading.then(one -> one instanceof Ranking ranking
                ? new Reading.Kept<>(new NewItem(ranking.prompt(), ranking.answers(), ranking.attributes(), 0))
                : new Reading.Skipped<>("not a prompt with several answers"));
    }
}
