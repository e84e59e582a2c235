package dev.lichen.datasets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** Keeps the fields of a JSON object that Lichen does not know, so that they can be written back unchanged. */
public final class ExtraFields {

    private static final ExtraFields NONE = new ExtraFields(JsonNodeFactory.instance.objectNode());

    private final ObjectNode fields;

    private ExtraFields(ObjectNode fields) {
        this.fields = fields;
    }

    /** Returns the absence of extra fields. */
    public static ExtraFields none() {
        return NONE;
    }

    /** Returns a copy of the fields of an object. */
    public static ExtraFields of(ObjectNode fields) {
        return fields.isEmpty() ? NONE : new ExtraFields(fields.deepCopy());
    }

    /** Returns these fields and one more, which replaces a field of the same name. */
    public ExtraFields with(String name, JsonNode value) {
        ObjectNode copy = fields.deepCopy();
        copy.set(name, value.deepCopy());
        return new ExtraFields(copy);
    }

    /** Returns a copy of the value of a field, if it is there. */
    public Optional<JsonNode> get(String name) {
        return Optional.ofNullable(fields.get(name)).map(JsonNode::deepCopy);
    }

    /** Returns these fields and those of others, which replace fields of the same name. */
    public ExtraFields with(ExtraFields others) {
        if (others.isEmpty()) {
            return this;
        }
        ObjectNode copy = fields.deepCopy();
        copy.setAll(others.fields.deepCopy());
        return new ExtraFields(copy);
    }

    /** Returns these fields but some. */
    public ExtraFields without(String... names) {
        if (fields.isEmpty()) {
            return this;
        }
        ObjectNode copy = fields.deepCopy();
        copy.remove(List.of(names));
        return of(copy);
    }

    /** Returns whether a field is there. */
    public boolean has(String name) {
        return fields.has(name);
    }

    /** Returns whether there are no extra fields. */
    public boolean isEmpty() {
        return fields.isEmpty();
    }

    /** Adds these fields to an object, after its own; a field that the object already has is left as it is. */
    public void addTo(ObjectNode target) {
        fields.properties().stream()
                .filter(field -> !target.has(field.getKey()))
                .forEach(field -> target.set(field.getKey(), field.getValue().deepCopy()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ExtraFields that && fields.equals(that.fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    @Override
    public String toString() {
        return fields.toString();
    }
}
