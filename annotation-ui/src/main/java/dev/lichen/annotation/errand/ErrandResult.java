package dev.lichen.annotation.errand;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What an errand came to.
 *
 * @param values for programs
 * @param lines for people
 */
public record ErrandResult(JsonNode values, List<String> lines) {

    public ErrandResult {
        lines = List.copyOf(lines);
    }
}
