package dev.lichen.datasets.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lichen.datasets.DataFormatException;
import dev.lichen.datasets.Place;
import java.nio.file.Path;

/** The one JSON mapper of data files: strict, and exact about the digits of numbers that are only passed through. */
final class Json {

    private static final int LONGEST_STRING = 256 << 20;

    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(LONGEST_STRING)
                            .build())
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** Reads one element of an array and leaves the rest. */
    static final ObjectReader ELEMENTS = MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private Json() {}

    /** Names the line and column of broken JSON that a parser began to read on {@code firstLine}. */
    static DataFormatException broken(Path file, long firstLine, JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        long line = firstLine + (location == null ? 0 : Math.max(0, location.getLineNr() - 1));
        String column = location == null ? "" : ", column " + location.getColumnNr();
        String problem = e.getOriginalMessage().lines().findFirst().orElse("");
        return new DataFormatException(
                "Broken JSON", new Place(file, line), "\"" + problem + "\"" + column, "one JSON object in UTF-8", e);
    }
}
