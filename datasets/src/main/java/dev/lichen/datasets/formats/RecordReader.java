package dev.lichen.datasets.formats;

import dev.lichen.datasets.DataFormatException;
import dev.lichen.datasets.InvalidRecordException;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Place;
import dev.lichen.datasets.files.BadRecords;
import dev.lichen.datasets.files.DataFiles;
import dev.lichen.datasets.files.SkipCounter;
import dev.lichen.datasets.format.Format;
import dev.lichen.datasets.format.GatheringFormat;
import dev.lichen.datasets.format.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Reads the objects of one file in one format, and hands on the records that are of use with their places.
 *
 * <p>Objects that belong together wait for one another; {@link #finish()} reads the last of them.
 */
final class RecordReader<T> {

    private final Format format;
    private final Function<JsonRecord, Reading<T>> use;
    private final BadRecords bad;
    private final BiConsumer<? super T, Place> consumer;
    private final SkipCounter counter = new SkipCounter();
    private final List<JsonFields> waiting = new ArrayList<>();
    private String group = "";

    RecordReader(
            Format format,
            Function<JsonRecord, Reading<T>> use,
            BadRecords bad,
            BiConsumer<? super T, Place> consumer) {
        this.format = format;
        this.use = use;
        this.bad = bad;
        this.consumer = consumer;
    }

    /** Reads an object; returns true, since it wants the next. */
    boolean accept(JsonFields fields) {
        if (format instanceof GatheringFormat gathering) {
            gather(gathering, fields);
        } else {
            handOn(DataFiles.located(one -> format.read(one).then(use), fields), fields.place());
        }
        return true;
    }

    /** Reads what still waits. */
    void finish() {
        if (format instanceof GatheringFormat gathering && !waiting.isEmpty()) {
            Place place = waiting.getFirst().place();
            try {
                handOn(gathering.readAll(List.copyOf(waiting)).then(use), place);
            } catch (InvalidRecordException e) {
                bad.add(e.at(place));
            } catch (DataFormatException e) {
                bad.add(e);
            } finally {
                waiting.clear();
            }
        }
    }

    /** Returns what was kept and skipped so far. */
    SkipCounter counter() {
        return counter;
    }

    private void gather(GatheringFormat gathering, JsonFields fields) {
        String next = gathering.groupOf(fields.json());
        if (next.isEmpty() || !next.equals(group)) {
            finish();
        }
        group = next;
        waiting.add(fields);
    }

    private void handOn(Reading<T> reading, Place place) {
        switch (reading) {
            case Reading.Kept<T>(T content) -> {
                counter.keep();
                consumer.accept(content, place);
            }
            case Reading.Skipped<T>(String reason) -> counter.skip(reason, place);
            case Reading.Several<T>(List<Reading<T>> parts) -> parts.forEach(part -> handOn(part, place));
        }
    }
}
