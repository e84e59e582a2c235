package dev.lichen.datasets.formats.questions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.Conversation;
import dev.lichen.datasets.ExtraFields;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.format.ForeignFields;
import dev.lichen.datasets.format.Format;
import dev.lichen.datasets.format.Messages;
import dev.lichen.datasets.format.Reading;
import dev.lichen.datasets.format.RecordKind;
import dev.lichen.datasets.format.Shapes;
import dev.lichen.datasets.format.Writing;
import java.util.List;

/** MT-bench's answers of a model: what the assistant says turn by turn; the questions stand in another file. */
final class BenchAnswerFormat implements Format {

    static final String NOT_ONE = "not one choice with turns";
    static final String QUESTIONS_LOST = "what the user says, which stands in the file of questions";
    private static final String ID = "answer_id";
    private static final String INDEX = "index";

    @Override
    public About about() {
        return new About(
                "mt-bench-answer", RecordKind.CONVERSATION, "question_id, answer_id, model_id, choices (index, turns)");
    }

    @Override
    public boolean recognises(ObjectNode object) {
        return object.has("question_id") && object.path("choices").path(0).has("turns");
    }

    @Override
    public Reading<JsonRecord> read(JsonFields fields) {
        List<JsonFields> choices = fields.objects("choices", choice -> choice);
        if (choices.size() != 1 || choices.getFirst().array("turns").isEmpty()) {
            return new Reading.Skipped<>(NOT_ONE);
        }
        List<Message> messages = choices.getFirst().texts("turns").stream()
                .map(Message::assistant)
                .toList();
        ExtraFields choice = choices.getFirst().rest();
        Attributes attributes = ForeignFields.attributes(fields, ID);
        boolean first = choice.get(INDEX).map(index -> index.asInt(-1) == 0).orElse(false);
        return new Reading.Kept<>(new Conversation(
                messages,
                first ? attributes : attributes.withExtra(attributes.extra().with(choice))));
    }

    @Override
    public Writing<List<ObjectNode>> write(JsonRecord one) {
        return Shapes.demonstration(one).then(conversation -> {
            List<Message> answers = conversation.messages().stream()
                    .filter(Message::isFromAssistant)
                    .toList();
            Writing<List<ObjectNode>> written =
                    Messages.withoutFields(answers, json(answers, conversation.attributes()));
            return answers.size() == conversation.messages().size()
                    ? written
                    : written.then(objects -> Writing.losing(objects, QUESTIONS_LOST));
        });
    }

    private static List<ObjectNode> json(List<Message> answers, Attributes attributes) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ForeignFields.putKept(json, "question_id", attributes);
        ForeignFields.putId(json, ID, attributes);
        ForeignFields.putKept(json, "model_id", attributes);
        ObjectNode choice = json.putArray("choices").addObject();
        JsonNode index = attributes.extra().get(INDEX).orElse(json.numberNode(0));
        choice.set(INDEX, index);
        ArrayNode turns = choice.putArray("turns");
        answers.forEach(answer -> turns.add(answer.content()));
        return ForeignFields.withRest(
                json, attributes.withExtra(attributes.extra().without(INDEX)));
    }
}
