package dev.lichen.datasets.mixing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.JsonRecord;

/** Gives records the name of where they come from, unless they have one. */
final class Sourced {

    private Sourced() {}

    static ObjectNode of(JsonRecord one, String source) {
        ObjectNode json = one.toJson();
        if (!json.hasNonNull("source")) {
            json.put("source", source);
        }
        return json;
    }
}
