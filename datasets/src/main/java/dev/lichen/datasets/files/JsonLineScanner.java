package dev.lichen.datasets.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.DataFormatException;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.function.Predicate;

/** Reads one JSON object a line; blank lines are passed over. */
final class JsonLineScanner {

    private final Path file;
    private final BadRecords bad;
    private final ByteLines lines;

    JsonLineScanner(Path file, InputStream input, BadRecords bad) {
        this.bad = bad;
        this.file = file;
        this.lines = new ByteLines(input);
    }

    /** Returns whether there was any object. */
    boolean scan(Predicate<JsonFields> visitor) throws IOException {
        boolean any = false;
        while (lines.next()) {
            if (!lines.isBlank()) {
                any = true;
                if (!visit(visitor)) {
                    break;
                }
            }
        }
        return any;
    }

    private boolean visit(Predicate<JsonFields> visitor) throws IOException {
        JsonFields fields;
        try {
            fields = parse();
        } catch (DataFormatException e) {
            bad.add(e);
            return true;
        }
        return bad.visit(fields, visitor);
    }

    private JsonFields parse() throws IOException {
        Place place = new Place(file, lines.number());
        try {
            JsonNode node = Json.MAPPER.readTree(lines.buffer(), lines.start(), lines.length());
            if (node instanceof ObjectNode object) {
                return new JsonFields(object, place);
            }
            throw new DataFormatException("Bad record", place, JsonFields.describe(node), "a JSON object");
        } catch (JsonProcessingException e) {
            throw Json.broken(file, lines.number(), e);
        }
    }
}
