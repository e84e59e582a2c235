package dev.lichen.datasets.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.Judgement;
import dev.lichen.datasets.Ranking;
import java.util.ArrayList;
import java.util.List;

/** Translates between a format's names of things and ours, without losing spellings. */
public final class ForeignFields {

    public static final String JUDGEMENT_LOST = "who judged, the line of acceptable answers and the strengths";
    public static final String ANSWER_FIELDS_LOST = "who wrote the answers, and their other fields";

    private ForeignFields() {}

    /** Reads the attributes of an object whose id has a name of its own; a numeric id also stays as it is. */
    public static Attributes attributes(JsonFields fields, String idName) {
        String id = fields.optionalId(idName);
        Attributes attributes = Attributes.from(fields);
        return id == null ? attributes : attributes.withId(id);
    }

    /** Writes an id under the format's name, as it was read. */
    public static void putId(ObjectNode json, String idName, Attributes attributes) {
        JsonNode original = attributes.extra().get(idName).orElse(null);
        if (original != null) {
            json.set(idName, original);
        } else if (attributes.id() != null) {
            json.put(idName, attributes.id());
        }
    }

    /** Writes a field that Lichen keeps as it was, if the record has it. */
    public static void putKept(ObjectNode json, String name, Attributes attributes) {
        attributes.extra().get(name).ifPresent(value -> json.set(name, value));
    }

    /** Returns a field that Lichen keeps as it was, if it is a text. */
    public static String keptText(Attributes attributes, String name, String absent) {
        return attributes
                .extra()
                .get(name)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .orElse(absent);
    }

    /** Adds the attributes; the id was written under the format's own name. */
    public static List<ObjectNode> withRest(ObjectNode json, Attributes attributes) {
        attributes.withId(null).addTo(json);
        return List.of(json);
    }

    /** Adds the attributes, id included. */
    public static List<ObjectNode> withAttributes(ObjectNode json, Attributes attributes) {
        attributes.addTo(json);
        return List.of(json);
    }

    /** Names what a format without judgements and origins loses of a ranking. */
    public static <T> Writing<T> orderOnly(Ranking ranking, T content) {
        List<String> losses = new ArrayList<>();
        if (!ranking.judgement().equals(Judgement.unknown())) {
            losses.add(JUDGEMENT_LOST);
        }
        if (ranking.answers().stream()
                .anyMatch(
                        answer -> answer.generator() != null || !answer.extra().isEmpty())) {
            losses.add(ANSWER_FIELDS_LOST);
        }
        return new Writing.Written<>(content, losses);
    }
}
