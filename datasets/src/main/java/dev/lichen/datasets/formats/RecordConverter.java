package dev.lichen.datasets.formats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.Contents;
import dev.lichen.datasets.ExtraFields;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Place;
import dev.lichen.datasets.files.SkipCounter;
import dev.lichen.datasets.format.Format;
import dev.lichen.datasets.format.GatheringFormat;
import dev.lichen.datasets.format.PreferredPair;
import dev.lichen.datasets.format.Writing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Writes records in one format, and counts what is lost on the way by name and place.
 *
 * <p>Records that belong together wait for one another; {@link #finish()} writes the last of them.
 */
final class RecordConverter {

    static final String DISPLACED = "a foreign field \"%s\", since the format has a field of that name";

    private final Format format;
    private final Consumer<ObjectNode> output;
    private final SkipCounter unwritable = new SkipCounter();
    private final SkipCounter losses = new SkipCounter();
    private final List<JsonRecord> waiting = new ArrayList<>();
    private Place first;
    private String group = "";
    private long written;

    RecordConverter(Format format, Place file, Consumer<ObjectNode> output) {
        this.format = format;
        this.first = file;
        this.output = output;
    }

    /** Writes a record that was read at a place. */
    void accept(JsonRecord one, Place place) {
        if (format instanceof GatheringFormat gathering) {
            gather(gathering, one, place);
        } else {
            Writing<List<ObjectNode>> writing = format.write(one);
            handOn(writing, place, 1);
            if (writing instanceof Writing.Written<List<ObjectNode>>(List<ObjectNode> objects, List<String> _)) {
                displaced(one, objects).forEach(name -> losses.skip(DISPLACED.formatted(name), place));
            }
        }
    }

    /** Returns the foreign fields in whose place the format wrote one of its own of the same name. */
    private static Set<String> displaced(JsonRecord one, List<ObjectNode> objects) {
        ExtraFields extra = Contents.of(one).attributes().extra();
        Set<String> names = new TreeSet<>();
        for (ObjectNode object : objects) {
            Iterator<String> own = extra.isEmpty() ? Collections.emptyIterator() : object.fieldNames();
            own.forEachRemaining(name -> {
                if (!PreferredPair.isRestated(object, name)
                        && extra.get(name)
                                .filter(value -> !value.equals(object.get(name)))
                                .isPresent()) {
                    names.add(name);
                }
            });
        }
        return names;
    }

    /** Writes what still waits. */
    void finish() {
        if (format instanceof GatheringFormat gathering && !waiting.isEmpty()) {
            handOn(gathering.writeAll(List.copyOf(waiting)), first, waiting.size());
            waiting.clear();
        }
    }

    /** Returns how many objects were written. */
    long written() {
        return written;
    }

    /** Returns the records that the format cannot hold, by reason. */
    SkipCounter unwritable() {
        return unwritable;
    }

    /** Returns what the format has no place for, by name, counted by records. */
    SkipCounter losses() {
        return losses;
    }

    private void gather(GatheringFormat gathering, JsonRecord one, Place place) {
        Optional<String> refusal = gathering.refusal(one);
        if (refusal.isPresent()) {
            unwritable.skip(refusal.get(), place);
            return;
        }
        String next = gathering.groupOf(one);
        if (next.isEmpty() || !next.equals(group)) {
            finish();
        }
        if (waiting.isEmpty()) {
            first = place;
        }
        group = next;
        waiting.add(one);
    }

    private void handOn(Writing<List<ObjectNode>> writing, Place place, int records) {
        switch (writing) {
            case Writing.Unwritable<List<ObjectNode>>(String reason) -> {
                for (int i = 0; i < records; i++) {
                    unwritable.skip(reason, place);
                }
            }
            case Writing.Written<List<ObjectNode>>(List<ObjectNode> objects, List<String> lost) -> {
                objects.forEach(output);
                written += objects.size();
                lost.forEach(loss -> losses.skip(loss, place));
            }
        }
    }
}
