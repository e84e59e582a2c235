package dev.lichen.datasets;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * One of the answers that a {@link Ranking} orders.
 *
 * @param content the text; it may be empty, where a model said nothing
 * @param generator the model or person who wrote it
 * @param extra the fields that Lichen does not know
 */
public record Answer(String content, @Nullable String generator, ExtraFields extra) implements JsonRecord {

    /** Creates an answer of unknown origin. */
    public Answer(String content) {
        this(content, null, ExtraFields.none());
    }

    /** Creates an answer of a named model or person. */
    public Answer(String content, String generator) {
        this(content, generator, ExtraFields.none());
    }

    /** Reads {@code {"content": …, "generator"?: …}}. */
    public static Answer from(JsonFields fields) {
        return new Answer(fields.text("content"), fields.optionalText("generator"), fields.rest());
    }

    @Override
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("content", content);
        if (generator != null) {
            json.put("generator", generator);
        }
        extra.addTo(json);
        return json;
    }
}
