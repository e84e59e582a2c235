package dev.lichen.datasets.formats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.DataFormatException;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.format.Format;
import dev.lichen.datasets.formats.hh.HhFormats;
import dev.lichen.datasets.formats.instruction.InstructionFormats;
import dev.lichen.datasets.formats.judged.JudgedFormats;
import dev.lichen.datasets.formats.moss.MossFormats;
import dev.lichen.datasets.formats.oasst.OasstFormats;
import dev.lichen.datasets.formats.own.OwnFormats;
import dev.lichen.datasets.formats.questions.QuestionFormats;
import dev.lichen.datasets.formats.tools.ToolFormats;
import dev.lichen.datasets.formats.trl.TrlFormats;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Lists the formats that Lichen reads and writes. */
public final class Formats {

    /** From the most to the least specific: the first that recognises an object reads it. */
    private static final List<Format> ALL = Stream.of(
                    OwnFormats.unmistakable(),
                    HhFormats.all(),
                    ToolFormats.all(),
                    OasstFormats.all(),
                    JudgedFormats.all(),
                    MossFormats.all(),
                    InstructionFormats.all(),
                    QuestionFormats.all(),
                    TrlFormats.all(),
                    OwnFormats.general(),
                    QuestionFormats.texts())
            .flatMap(Collection::stream)
            .toList();

    static final String EXPECTED =
            "the fields of a known format (\"lichen data formats\" lists them; --from names one)";

    private Formats() {}

    /** Returns every format, the most specific first. */
    public static List<Format> all() {
        return ALL;
    }

    /** Returns the format of a name, if there is one. */
    public static Optional<Format> named(String name) {
        return ALL.stream().filter(format -> format.name().equals(name)).findFirst();
    }

    /**
     * Finds the format of an object.
     *
     * @throws DataFormatException naming its fields, if none recognises it
     */
    public static Format recognise(JsonFields fields) {
        ObjectNode object = fields.json();
        return ALL.stream()
                .filter(format -> format.recognises(object))
                .findFirst()
                .orElseThrow(() -> new DataFormatException("Unknown format", fields.place(), names(object), EXPECTED));
    }

    private static String names(ObjectNode object) {
        if (object.has(JsonFields.LIST)) {
            return "a list of other things than texts";
        }
        Iterable<String> names = object::fieldNames;
        return "fields " + StreamSupport.stream(names.spliterator(), false).collect(Collectors.joining(", "));
    }
}
