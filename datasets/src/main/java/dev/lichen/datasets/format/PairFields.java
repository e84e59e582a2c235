package dev.lichen.datasets.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.Answer;
import dev.lichen.datasets.ExtraFields;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.Judgement;
import dev.lichen.datasets.Pair;
import java.util.Optional;

/**
 * The fields that every pair carries beside its texts, where they are known: {@code judgement_ids},
 * {@code annotator_pseudonyms}, {@code margin} and {@code generation}, which says who wrote the two answers.
 */
final class PairFields {

    static final String ANNOTATORS = "annotator_pseudonyms";
    static final String JUDGEMENTS = "judgement_ids";
    static final String MARGIN = "margin";
    static final String GENERATION = "generation";
    static final String GENERATOR = "generator";
    static final String SOFT_LABELS = "soft_labels";
    static final String SHARE = "p_chosen";
    static final String COUNT = "n";

    private PairFields() {}

    /** Returns who judged, if it was one person; the names of several stay among the unknown fields. */
    static Judgement judgement(JsonFields fields) {
        JsonNode names = fields.json().path(ANNOTATORS);
        if (names.size() != 1 || !names.path(0).isTextual()) {
            return Judgement.unknown();
        }
        fields.array(ANNOTATORS);
        return Judgement.by(names.get(0).textValue());
    }

    /** Returns the field {@code generation}, if it is one that this class writes. */
    static JsonNode generation(JsonFields fields) {
        JsonNode generation = fields.json().path(GENERATION);
        boolean ours = generation.path("chosen").isObject()
                && generation.path("rejected").isObject();
        return ours ? fields.value(GENERATION) : MissingNode.getInstance();
    }

    /**
     * Returns {@code p_chosen}, the share of annotators who preferred the better answer, and {@code n}, how many ranked
     * both; from the labels that the annotation app gives for every two answers of a ranking.
     */
    static Optional<ObjectNode> softLabel(ExtraFields extra, Pair pair) {
        for (JsonNode label : extra.get(SOFT_LABELS).orElse(MissingNode.getInstance())) {
            int first = label.path("first").asInt(-1);
            int second = label.path("second").asInt(-1);
            boolean straight = first == pair.better() && second == pair.worse();
            if (straight || (first == pair.worse() && second == pair.better())) {
                double share = label.path("p_first").asDouble();
                ObjectNode found = JsonNodeFactory.instance.objectNode();
                found.put(SHARE, straight ? share : 1 - share).set(COUNT, label.path(COUNT));
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /** Returns what is known of an answer beside its text. */
    static ObjectNode origin(Answer answer, boolean withExtra) {
        ObjectNode origin = JsonNodeFactory.instance.objectNode();
        if (answer.generator() != null) {
            origin.put(GENERATOR, answer.generator());
        }
        if (withExtra) {
            answer.extra().addTo(origin);
        }
        return origin;
    }
}
