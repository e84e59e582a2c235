package dev.lichen.lm.checkpoint;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads typed fields of a JSON object; an error names the file, the field, what was found and what was expected. A field
 * that is {@code null} counts as absent.
 */
record JsonFields(Path file, String prefix, JsonNode node) {

    private static final JsonMapper JSON = new JsonMapper();

    static JsonFields read(Path file) {
        try {
            JsonNode node = JSON.readTree(Files.readString(file));
            if (node.isObject()) {
                return new JsonFields(file, "", node);
            }
        } catch (JacksonException e) {
            throw new CheckpointException(
                    file + ": found text that is not JSON (" + e.getOriginalMessage() + "), expected a JSON object", e);
        } catch (IOException e) {
            throw new CheckpointException("Cannot read " + file + ": " + e.getMessage(), e);
        }
        throw CheckpointException.at(file, "no JSON object", "one");
    }

    boolean has(String field) {
        return node.hasNonNull(field);
    }

    /** Returns the object of this name, which has no fields if it is absent. */
    JsonFields object(String field) {
        JsonNode inner = node.hasNonNull(field) ? node.get(field) : MissingNode.getInstance();
        if (!inner.isObject() && !inner.isMissingNode()) {
            throw bad(field, "an object");
        }
        return new JsonFields(file, prefix + field + ".", inner);
    }

    int wholeNumber(String field) {
        JsonNode value = node.path(field);
        if (!value.canConvertToInt() || !value.isIntegralNumber()) {
            throw bad(field, "a whole number");
        }
        return value.asInt();
    }

    int wholeNumber(String field, int absent) {
        return has(field) ? wholeNumber(field) : absent;
    }

    double number(String field) {
        if (!node.path(field).isNumber()) {
            throw bad(field, "a number");
        }
        return node.path(field).asDouble();
    }

    double number(String field, double absent) {
        return has(field) ? number(field) : absent;
    }

    boolean flag(String field, boolean absent) {
        if (has(field) && !node.path(field).isBoolean()) {
            throw bad(field, "true or false");
        }
        return has(field) ? node.path(field).asBoolean() : absent;
    }

    String text(String field, String absent) {
        if (has(field) && !node.path(field).isTextual()) {
            throw bad(field, "text");
        }
        return has(field) ? node.path(field).asText() : absent;
    }

    /** Returns all fields as texts, in order. */
    SequencedMap<String, String> strings() {
        SequencedMap<String, String> texts = new LinkedHashMap<>();
        node.properties().forEach(field -> texts.put(field.getKey(), text(field.getKey(), "")));
        return texts;
    }

    /** Returns all fields as plain Java values, in order. */
    SequencedMap<String, @Nullable Object> values() {
        return Collections.unmodifiableSequencedMap(JSON.convertValue(node, new TypeReference<>() {}));
    }

    CheckpointException bad(String field, String expected) {
        JsonNode value = node.path(field);
        String found = value.isMissingNode() ? "no " + prefix + field : prefix + field + " = " + value;
        return CheckpointException.at(file, found, expected);
    }
}
