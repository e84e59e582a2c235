package dev.lichen.annotation.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.annotation.store.CanonicalJson;
import dev.lichen.datasets.Answer;
import dev.lichen.datasets.ExtraFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a judgement says of a single answer, which an exported ranking has as the answer's fields {@code ratings} and
 * {@code flags}. A field of these names in another form is somebody else's, and stays with the answer.
 *
 * @param ratings values by criterion
 * @param flags codes of what is wrong with it
 */
public record SaidOfAnswer(SortedMap<String, Integer> ratings, List<String> flags) {

    private static final String RATINGS = "ratings";
    private static final String FLAGS = "flags";

    public SaidOfAnswer {
        ratings = new TreeMap<>(ratings);
        flags = List.copyOf(flags);
    }

    /** Reads what an exported judgement says of an answer. */
    public static SaidOfAnswer read(Answer answer) {
        SortedMap<String, Integer> ratings = new TreeMap<>();
        ratings(answer).ifPresent(said -> said.forEachEntry((name, value) -> ratings.put(name, value.intValue())));
        List<String> flags = new ArrayList<>();
        flags(answer).ifPresent(said -> said.forEach(code -> flags.add(code.textValue())));
        return new SaidOfAnswer(ratings, flags);
    }

    /** Returns an answer without what somebody said of it. */
    public static Answer takenFrom(Answer answer) {
        ExtraFields extra = answer.extra();
        extra = ratings(answer).isPresent() ? extra.without(RATINGS) : extra;
        extra = flags(answer).isPresent() ? extra.without(FLAGS) : extra;
        return new Answer(answer.content(), answer.generator(), extra);
    }

    /** Returns an answer with this as its fields. */
    public Answer addedTo(Answer answer) {
        ExtraFields extra = answer.extra();
        if (!ratings.isEmpty()) {
            ObjectNode values = CanonicalJson.object();
            ratings.forEach(values::put);
            extra = extra.with(RATINGS, values);
        }
        if (!flags.isEmpty()) {
            ArrayNode codes = CanonicalJson.object().putArray(FLAGS);
            flags.forEach(codes::add);
            extra = extra.with(FLAGS, codes);
        }
        return new Answer(answer.content(), answer.generator(), extra);
    }

    private static Optional<JsonNode> ratings(Answer answer) {
        return answer.extra()
                .get(RATINGS)
                .filter(said -> said.isObject() && said.valueStream().allMatch(JsonNode::isInt));
    }

    private static Optional<JsonNode> flags(Answer answer) {
        return answer.extra()
                .get(FLAGS)
                .filter(said -> said.isArray() && said.valueStream().allMatch(JsonNode::isTextual));
    }
}
