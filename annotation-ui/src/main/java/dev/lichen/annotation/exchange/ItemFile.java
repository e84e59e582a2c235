package dev.lichen.annotation.exchange;

import dev.lichen.annotation.project.NewItem;
import dev.lichen.annotation.queue.SaidOfAnswer;
import dev.lichen.datasets.DataFormatException;
import dev.lichen.datasets.Place;
import dev.lichen.datasets.Prompt;
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
 * @param rankings what can be ranked, with the order that the file has; a file without any is one of prompts to answer
 * @param items the same, without it
 * @param skips what cannot, and why
 */
record ItemFile(String format, List<Ranking> rankings, List<NewItem> items, List<Skip> skips) {

    /** A prompt that people may answer. */
    private record Unanswered(Prompt prompt, Place place) {

        NewItem item() {
            return new NewItem(prompt.prompt(), List.of(), prompt.attributes(), 0);
        }
    }

    ItemFile {
        rankings = List.copyOf(rankings);
        items = List.copyOf(items);
        skips = List.copyOf(skips);
    }

    /**
     * Reads a file to its end.
     *
     * @throws DataFormatException naming file and line, if a record is not what its format says or has too many answers, or
     *     if the file holds, unpacked, more than fits in memory
     */
    static ItemFile read(Path file) {
        SkipCounter counter = new SkipCounter();
        List<NewItem> items = new ArrayList<>();
        List<Ranking> rankings = new ArrayList<>();
        List<Unanswered> unanswered = new ArrayList<>();
        HeldText held = new HeldText();
        ReadReport report = Datasets.scan(file, (one, place) -> {
            held.add(one, place);
            switch (one) {
                case Ranking ranking -> {
                    items.add(item(ranking));
                    rankings.add(ranking);
                }
                case Prompt remark when Remarks.isRemark(remark) -> counter.skip("a remark on an item", place);
                case Prompt prompt -> unanswered.add(new Unanswered(prompt, place));
                default -> counter.skip("neither a prompt nor a prompt with several answers", place);
            }
        });
        if (items.isEmpty()) {
            unanswered.forEach(one -> items.add(one.item()));
        } else {
            unanswered.forEach(
                    one -> counter.skip("a prompt without answers, among others that have some", one.place()));
        }
        List<Skip> skips =
                Stream.concat(report.skips().stream(), counter.skips().stream()).toList();
        if (items.isEmpty()) {
            String found = skips.stream().map(Skip::toString).findFirst().orElse("no records");
            throw new DataFormatException(
                    "Nothing to rank", Place.of(file), found, "prompts, or prompts with 2 to 9 answers each");
        }
        return new ItemFile(report.format(), rankings, items, skips);
    }

    /** Returns what is to be ranked anew. */
    static NewItem item(Ranking ranking) {
        return new NewItem(
                ranking.prompt(),
                ranking.answers().stream().map(SaidOfAnswer::takenFrom).toList(),
                ranking.attributes().withExtra(Provenance.ofItem(ranking)),
                0);
    }
}
