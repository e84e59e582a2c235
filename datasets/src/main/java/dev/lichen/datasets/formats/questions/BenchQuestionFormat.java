package dev.lichen.datasets.formats.questions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.Prompt;
import dev.lichen.datasets.format.ForeignFields;
import dev.lichen.datasets.format.Format;
import dev.lichen.datasets.format.Messages;
import dev.lichen.datasets.format.Reading;
import dev.lichen.datasets.format.RecordKind;
import dev.lichen.datasets.format.Shapes;
import dev.lichen.datasets.format.Writing;
import java.util.List;

/**
 * MT-bench's questions (Zheng et al. 2023): what the user says turn by turn, before any answer is known.
 *
 * <p>The first turn is the prompt; those that follow an answer are kept in the field {@code following_turns}.
 */
final class BenchQuestionFormat implements Format {

    static final String EMPTY = "a question without turns";
    private static final String FOLLOWING = "following_turns";
    private static final String ID = "question_id";

    @Override
    public About about() {
        return new About("mt-bench-question", RecordKind.PROMPT, "question_id, category, turns, reference (optional)");
    }

    @Override
    public boolean recognises(ObjectNode object) {
        return object.has(ID) && object.path("turns").isArray();
    }

    @Override
    public Reading<JsonRecord> read(JsonFields fields) {
        List<String> turns = fields.texts("turns");
        if (turns.isEmpty()) {
            return new Reading.Skipped<>(EMPTY);
        }
        Attributes attributes = ForeignFields.attributes(fields, ID);
        if (turns.size() > 1) {
            ArrayNode following = JsonNodeFactory.instance.arrayNode();
            turns.subList(1, turns.size()).forEach(following::add);
            attributes = attributes.withExtra(attributes.extra().with(FOLLOWING, following));
        }
        return new Reading.Kept<>(new Prompt(List.of(Message.user(turns.getFirst())), attributes));
    }

    @Override
    public Writing<List<ObjectNode>> write(JsonRecord one) {
        return Shapes.prompt(one)
                .then(prompt -> Messages.text(prompt.prompt()).map(first -> json(first, prompt.attributes())));
    }

    private static List<ObjectNode> json(String first, Attributes attributes) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ForeignFields.putId(json, ID, attributes);
        ForeignFields.putKept(json, "category", attributes);
        ArrayNode turns = json.putArray("turns").add(first);
        for (JsonNode following : attributes.extra().get(FOLLOWING).orElse(json.arrayNode())) {
            turns.add(following);
        }
        return ForeignFields.withRest(
                json, attributes.withExtra(attributes.extra().without(FOLLOWING)));
    }
}
