package dev.lichen.datasets;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * Says where a record comes from; every kind of record has these optional fields.
 *
 * @param id the record's own name, unique in its source
 * @param language a language tag such as {@code zh} or {@code en}
 * @param source the data set or system it comes from
 * @param extra the fields that Lichen does not know
 */
public record Attributes(
        @Nullable String id,
        @Nullable String language,
        @Nullable String source,
        ExtraFields extra) {

    private static final Attributes NONE = new Attributes(null, null, null, ExtraFields.none());

    /** Returns the absence of every attribute. */
    public static Attributes none() {
        return NONE;
    }

    /** Returns attributes that hold an id only. */
    public static Attributes id(String id) {
        return new Attributes(id, null, null, ExtraFields.none());
    }

    /** Returns these attributes in another language. */
    public Attributes withLanguage(String newLanguage) {
        return new Attributes(id, newLanguage, source, extra);
    }

    /** Returns these attributes with another source. */
    public Attributes withSource(String newSource) {
        return new Attributes(id, language, newSource, extra);
    }

    /** Returns these attributes with another id. */
    public Attributes withId(@Nullable String newId) {
        return new Attributes(newId, language, source, extra);
    }

    /** Returns these attributes with other extra fields. */
    public Attributes withExtra(ExtraFields newExtra) {
        return new Attributes(id, language, source, newExtra);
    }

    /** Reads the attributes; every field that nobody has asked for before becomes an extra one. */
    public static Attributes from(JsonFields fields) {
        return new Attributes(
                fields.optionalId("id"), fields.optionalText("language"), fields.optionalText("source"), fields.rest());
    }

    /** Adds the attributes to an object, after its own fields; a field that is already there is left as it is. */
    public void addTo(ObjectNode json) {
        put(json, "id", id);
        put(json, "language", language);
        put(json, "source", source);
        extra.addTo(json);
    }

    /** Leaves out a value whose original, such as a numeric id, is among the extra fields. */
    private void put(ObjectNode json, String name, @Nullable String value) {
        if (value != null && !extra.has(name) && !json.has(name)) {
            json.put(name, value);
        }
    }
}
