package dev.lichen.datasets;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A record that is one JSON object in a file, with nothing lost on the way there and back. */
public interface JsonRecord {

    /** Returns this record as a new JSON object in Lichen's own format, unknown fields included. */
    ObjectNode toJson();
}
