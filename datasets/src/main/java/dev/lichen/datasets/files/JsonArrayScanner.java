package dev.lichen.datasets.files;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.DataFormatException;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.function.Predicate;

/** Reads the objects of one JSON array, one at a time. */
final class JsonArrayScanner {

    private final Path file;
    private final BadRecords bad;
    private final InputStream input;

    JsonArrayScanner(Path file, InputStream input, BadRecords bad) {
        this.bad = bad;
        this.file = file;
        this.input = input;
    }

    /** Returns whether there was any object. */
    boolean scan(Predicate<JsonFields> visitor) throws IOException {
        try (JsonParser parser = Json.MAPPER.getFactory().createParser(input)) {
            parser.nextToken();
            boolean any = false;
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                any = true;
                if (!bad.visit(element(parser), visitor)) {
                    return true;
                }
            }
            requireEnd(parser);
            return any;
        } catch (JsonProcessingException e) {
            throw Json.broken(file, 1, e);
        }
    }

    private JsonFields element(JsonParser parser) throws IOException {
        Place place = new Place(file, parser.currentTokenLocation().getLineNr());
        JsonNode node = Json.ELEMENTS.readTree(parser);
        if (node instanceof ObjectNode object) {
            return new JsonFields(object, place);
        }
        throw new DataFormatException("Bad record", place, JsonFields.describe(node), "a JSON object");
    }

    private void requireEnd(JsonParser parser) throws IOException {
        if (parser.nextToken() != null) {
            Place place = new Place(file, parser.currentTokenLocation().getLineNr());
            throw new DataFormatException("Bad data file", place, "text after the array", "the end of the file");
        }
    }
}
