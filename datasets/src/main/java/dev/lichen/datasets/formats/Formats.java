package dev.lichen.datasets.formats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.DataFormatException;
import dev.lichen.datasets.JsonFields;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Lists the formats that Lichen reads. */
public final class Formats {

    /** From the most to the least specific: the first that recognises an object reads it. */
    private static final List<Format> ALL = List.of(
            new RankingFormat(),
            new RatingFormat(),
            new HhRlhfFormat(),
            new PreferenceFormat(),
            new PromptCompletionFormat(),
            new MessagesFormat(),
            new RankedOutputsFormat(),
            new AlpacaFormat(),
            new PromptFormat());

    private Formats() {}

    /** Returns every format, the most specific first. */
    public static List<Format> all() {
        return ALL;
    }

    /**
     * Finds the format of an object.
     *
     * @throws DataFormatException listing the known formats, if none recognises it
     */
    public static Format recognise(JsonFields fields) {
        ObjectNode object = fields.json();
        return ALL.stream()
                .filter(format -> format.recognises(object))
                .findFirst()
                .orElseThrow(() -> new DataFormatException(
                        "Unknown format", fields.place(), "fields " + names(object), "one of: " + known()));
    }

    private static String names(ObjectNode object) {
        Iterable<String> names = object::fieldNames;
        return StreamSupport.stream(names.spliterator(), false).collect(Collectors.joining(", "));
    }

    private static String known() {
        return ALL.stream()
                .map(format -> format.name() + " (" + format.fields() + ")")
                .collect(Collectors.joining("; "));
    }
}
