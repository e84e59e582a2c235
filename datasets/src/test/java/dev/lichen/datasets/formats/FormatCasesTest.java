package dev.lichen.datasets.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.DataFormatException;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Place;
import dev.lichen.datasets.files.DataFiles;
import dev.lichen.datasets.format.Format;
import dev.lichen.datasets.format.GatheringFormat;
import dev.lichen.datasets.format.Reading;
import dev.lichen.datasets.format.Writing;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Holds every format to objects of our own words and the records that were worked out for them by hand.
 *
 * <p>A case in {@code src/test/resources/formats} is one of: {@code object} with its {@code records}, read and written back
 * field by field in the same order; {@code object} with the reason it is {@code skipped} for, or part of the {@code error};
 * {@code record} with the {@code objects} and the {@code losses} of writing it, or why it is {@code unwritable}.
 */
class FormatCasesTest {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final Place PLACE = new Place(Path.of("data.jsonl"), 1);
    private static final List<String> FAMILIES =
            List.of("own", "hh", "tools", "oasst", "judged", "moss", "instruction", "questions", "trl");

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        return all().stream().map(one -> DynamicTest.dynamicTest(title(one), () -> check(one)));
    }

    @Test
    void everyFormatHasACaseAndANegativeOne() throws IOException {
        Set<String> formats = new LinkedHashSet<>();
        Formats.all().forEach(format -> formats.add(format.name()));
        assertEquals(formats.size(), Formats.all().size(), "names are unique");
        Predicate<JsonNode> read = one -> one.has("records");
        formats.remove("records");
        assertEquals(new TreeSet<>(formats), names(one -> !one.has("records")), "formats with a negative case");
        formats.remove("potato-export"); // holds no texts, so no records
        assertEquals(new TreeSet<>(formats), names(read), "formats with a record worked out by hand");
    }

    /** If readers dropped what they do not know, this would still hold of most cases above, and must not of this. */
    @Test
    void negativeControlADroppedFieldIsNoticed() throws IOException {
        Format format = Formats.named("trl-preference").orElseThrow();
        ObjectNode object =
                (ObjectNode) MAPPER.readTree("{\"prompt\":\"q\",\"chosen\":\"a\",\"rejected\":\"b\",\"x\":1}");
        ObjectNode poorer = object.deepCopy();
        poorer.remove("x");
        assertEquals(List.of(object), written(format, records(format.read(new JsonFields(object, PLACE)))));
        assertNotEquals(List.of(object), written(format, records(format.read(new JsonFields(poorer, PLACE)))));
    }

    private static void check(JsonNode one) {
        Format format = Formats.named(one.path("format").asText()).orElseThrow();
        if (one.has("record")) {
            checkWriting(format, one);
        } else if (one.has("error")) {
            JsonFields fields = new JsonFields((ObjectNode) one.path("object"), PLACE);
            DataFormatException e =
                    assertThrows(DataFormatException.class, () -> DataFiles.located(same -> format.read(same), fields));
            assertTrue(e.getMessage().contains(one.path("error").asText()), e.getMessage());
        } else if (one.has("skipped")) {
            Reading<JsonRecord> reading = format.read(new JsonFields((ObjectNode) one.path("object"), PLACE));
            assertEquals(one.path("skipped").asText(), reason(reading));
        } else {
            checkReading(format, one);
        }
    }

    private static void checkReading(Format format, JsonNode one) {
        ObjectNode object = (ObjectNode) one.path("object");
        String before = object.toString();
        assertEquals(
                format.name(), Formats.recognise(new JsonFields(object, PLACE)).name());
        List<JsonRecord> records = records(format.read(new JsonFields(object, PLACE)));
        assertEquals(
                lines(one.path("records")),
                lines(records.stream().map(JsonRecord::toJson).toList()));
        assertEquals(before, object.toString(), "reading leaves the object as it is");
        if (!format.isReadOnly()) {
            compare(one, written(format, records));
            compare(one, written(format, throughOurFiles(records)));
        }
    }

    private static void compare(JsonNode one, List<ObjectNode> objects) {
        assertEquals(List.of(one.path("object")), objects);
        assertTrue(one.path("records").size() > 0);
    }

    private static void checkWriting(Format format, JsonNode one) {
        JsonRecord record = own((ObjectNode) one.path("record"));
        Writing<List<ObjectNode>> writing = format.write(record);
        switch (writing) {
            case Writing.Unwritable<List<ObjectNode>>(String reason) ->
                assertEquals(one.path("unwritable").asText("writable"), reason);
            case Writing.Written<List<ObjectNode>>(List<ObjectNode> objects, List<String> losses) -> {
                assertEquals(lines(one.path("objects")), lines(objects));
                assertEquals(texts(one.path("losses")), losses);
            }
        }
    }

    /** Writes records, of which nothing may be lost. */
    private static List<ObjectNode> written(Format format, List<JsonRecord> records) {
        Writing<List<ObjectNode>> writing =
                format instanceof GatheringFormat gathering ? gathering.writeAll(records) : each(format, records);
        if (writing instanceof Writing.Written<List<ObjectNode>>(List<ObjectNode> objects, List<String> losses)) {
            assertEquals(List.of(), losses);
            return objects;
        }
        throw new AssertionError("not written: " + writing);
    }

    private static Writing<List<ObjectNode>> each(Format format, List<JsonRecord> records) {
        return Writing.each(records, format::write)
                .map(lists -> lists.stream().flatMap(List::stream).toList());
    }

    /** Returns what becomes of records that are written in our own format and read again. */
    private static List<JsonRecord> throughOurFiles(List<JsonRecord> records) {
        return records.stream().map(record -> own(record.toJson())).toList();
    }

    private static JsonRecord own(ObjectNode json) {
        JsonFields fields = new JsonFields(json, PLACE);
        Format format = Formats.recognise(fields);
        assertTrue(Set.of("ranking", "rating", "messages", "prompt").contains(format.name()), format.name());
        return records(format.read(fields)).getFirst();
    }

    private static List<JsonRecord> records(Reading<JsonRecord> reading) {
        return switch (reading) {
            case Reading.Kept<JsonRecord>(JsonRecord content) -> List.of(content);
            case Reading.Skipped<JsonRecord>(String reason) -> throw new AssertionError("skipped: " + reason);
            case Reading.Several<JsonRecord>(List<Reading<JsonRecord>> parts) ->
                parts.stream().flatMap(part -> records(part).stream()).toList();
        };
    }

    private static String reason(Reading<JsonRecord> reading) {
        return switch (reading) {
            case Reading.Kept<JsonRecord>(JsonRecord content) -> "kept " + content.toJson();
            case Reading.Skipped<JsonRecord>(String reason) -> reason;
            case Reading.Several<JsonRecord>(List<Reading<JsonRecord>> parts) -> reason(parts.getFirst());
        };
    }

    private static Set<String> names(Predicate<JsonNode> filter) throws IOException {
        Set<String> names = new TreeSet<>();
        all().stream()
                .filter(filter)
                .forEach(one -> names.add(one.path("format").asText()));
        return names;
    }

    private static List<JsonNode> all() throws IOException {
        List<JsonNode> all = new ArrayList<>();
        for (String family : FAMILIES) {
            try (InputStream input = FormatCasesTest.class.getResourceAsStream("/formats/" + family + ".json")) {
                MAPPER.readTree(input).forEach(all::add);
            }
        }
        return all;
    }

    private static String title(JsonNode one) {
        String what = one.has("record") ? "writes " : "reads ";
        return one.path("format").asText() + " " + what
                + one.path("name").asText(one.path("object").toString());
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(element -> texts.add(element.asText()));
        return texts;
    }

    private static String lines(Iterable<? extends JsonNode> list) {
        List<String> lines = new ArrayList<>();
        list.forEach(element -> lines.add(element.toString()));
        return String.join("\n", lines);
    }
}
