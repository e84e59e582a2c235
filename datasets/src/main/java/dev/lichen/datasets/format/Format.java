package dev.lichen.datasets.format;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.JsonRecord;
import java.util.List;
import java.util.Set;

/** A file format: how to recognise its objects, how to read one, and how to write a record in it. */
public interface Format {

    /**
     * Introduces a format to people.
     *
     * @param name what people call it, in lower case with hyphens
     * @param kind what its records are, or most of them
     * @param fields the fields that an object of this format has
     */
    record About(String name, RecordKind kind, String fields) {}

    /** Returns name, kind and fields. */
    About about();

    /** Returns whether an object is of this format; formats are asked from the most to the least specific. */
    boolean recognises(ObjectNode object);

    /**
     * Reads an object.
     *
     * @throws dev.lichen.datasets.DataFormatException if a field is not what the format says
     */
    Reading<JsonRecord> read(JsonFields fields);

    /** Writes a record of any kind as objects of this format, naming what is lost. */
    Writing<List<ObjectNode>> write(JsonRecord one);

    /** Returns the name by which people call the format, in lower case with hyphens. */
    default String name() {
        return about().name();
    }

    /** Returns what its records are, or most of them. */
    default RecordKind kind() {
        return about().kind();
    }

    /** Returns every kind that its records may be of. */
    default Set<RecordKind> kinds() {
        return Set.of(kind());
    }

    /** Returns whether the format is only read, as the exports of other tools are. */
    default boolean isReadOnly() {
        return false;
    }

    /** Returns the fields that an object of this format has, for people. */
    default String fields() {
        return about().fields();
    }
}
