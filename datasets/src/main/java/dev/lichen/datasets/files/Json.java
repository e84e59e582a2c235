package dev.lichen.datasets.files;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lichen.datasets.DataFormatException;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.Place;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The one JSON mapper of data files: strict, and exact about the digits of numbers that are only passed through. */
final class Json {

    static final JsonMapper MAPPER = JsonMapper.builder(new JsonFactoryBuilder()
                    .rootValueSeparator((String) null)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(RecordCutter.LONGEST_RECORD)
                            .build())
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
            .build();

    /** Reads one value and leaves the rest. */
    static final ObjectReader VALUES = MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private static final Pattern DUPLICATE = Pattern.compile("Duplicate field '(.*?)' for ");
    private static final int SHOWN_CHARACTERS = 200;

    private Json() {}

    /** Reads the bytes of one record, which must be one object. */
    static JsonFields parse(RecordCutter record, Place place) throws IOException {
        try {
            JsonNode node = tree(MAPPER.createParser(record.buffer(), record.start(), record.length()));
            JsonFields fields = JsonFields.ofValue(node, place);
            if (Surrogates.mayBeIn(record.buffer(), record.start(), record.start() + record.length())) {
                Surrogates.refuse(fields.json(), "", place);
            }
            return fields;
        } catch (JsonProcessingException e) {
            throw broken(place, e);
        } catch (NumberFormatException e) {
            throw new DataFormatException(
                    "Broken JSON",
                    place,
                    "a number whose exponent is beyond all bounds",
                    "one JSON object in UTF-8",
                    e);
        }
    }

    /** Returns the value that a text holds as JSON, or the text itself. */
    static JsonNode valueOrText(String json, String text) {
        try {
            JsonNode value = tree(MAPPER.createParser(json));
            return value == null ? MAPPER.getNodeFactory().textNode(text) : value;
        } catch (JsonProcessingException | NumberFormatException e) {
            return MAPPER.getNodeFactory().textNode(text);
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory cannot fail to be read", e);
        }
    }

    /** Reads the one value there is; null if there is none. */
    private static @Nullable JsonNode tree(JsonParser parser) throws IOException {
        try (JsonParser spelling = new SpellingParser(parser)) {
            return MAPPER.readTree(spelling);
        }
    }

    /** Names the line and column of broken JSON in a record that begins at a place. */
    private static DataFormatException broken(Place record, JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        long line = record.line() + (location == null ? 0 : Math.max(0, location.getLineNr() - 1));
        Place place = new Place(record.file(), line);
        String problem = e.getOriginalMessage().lines().findFirst().orElse("");
        Matcher duplicate = DUPLICATE.matcher(problem);
        if (duplicate.find()) {
            String key = "Duplicate field \"" + duplicate.group(1) + "\"";
            return new DataFormatException("Duplicate field", place, key, "each field once", e);
        }
        String shown = problem.length() > SHOWN_CHARACTERS ? problem.substring(0, SHOWN_CHARACTERS) + "…" : problem;
        String column = location == null ? "" : ", column " + location.getColumnNr();
        return new DataFormatException(
                "Broken JSON", place, "\"" + shown + "\"" + column, "one JSON object in UTF-8", e);
    }
}
