package dev.lichen.datasets;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A text without turns, such as a page of the web: what a base model is trained on.
 *
 * @param text the text
 * @param attributes id, language, source and unknown fields
 */
public record Page(String text, Attributes attributes) implements JsonRecord {

    /** Reads {@code {"text": …}}. */
    public static Page from(JsonFields fields) {
        return new Page(fields.text("text"), Attributes.from(fields));
    }

    @Override
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("text", text);
        attributes.addTo(json);
        return json;
    }
}
