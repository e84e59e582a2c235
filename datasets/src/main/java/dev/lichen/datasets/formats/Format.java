package dev.lichen.datasets.formats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.JsonRecord;

/** A file format: how to recognise its objects and how to read one. */
public interface Format {

    /** Returns the name by which people call the format, in lower case with hyphens. */
    String name();

    /** Returns what its records are. */
    RecordKind kind();

    /** Returns the fields that an object of this format has, for people. */
    String fields();

    /** Returns whether an object is of this format; formats are asked from the most to the least specific. */
    boolean recognises(ObjectNode object);

    /**
     * Reads an object.
     *
     * @throws dev.lichen.datasets.DataFormatException if a field is not what the format says
     */
    Reading<JsonRecord> read(JsonFields fields);
}
