package dev.lichen.datasets.formats.questions;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.Conversation;
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

/** Questions with one answer, as GSM8K's (Cobbe et al. 2021), whose answers end with {@code #### NUMBER}. */
final class QuestionAnswerFormat implements Format {

    @Override
    public About about() {
        return new About("question-answer", RecordKind.CONVERSATION, "question, answer (texts)");
    }

    @Override
    public boolean recognises(ObjectNode object) {
        return object.path("question").isTextual() && object.path("answer").isTextual();
    }

    @Override
    public Reading<JsonRecord> read(JsonFields fields) {
        List<Message> messages =
                List.of(Message.user(fields.text("question")), Message.assistant(fields.text("answer")));
        return new Reading.Kept<>(new Conversation(messages, Attributes.from(fields)));
    }

    @Override
    public Writing<List<ObjectNode>> write(JsonRecord one) {
        return Shapes.demonstration(one).then(conversation -> {
            List<Message> prompt = Messages.beforeLast(conversation.messages());
            if (prompt.isEmpty()) {
                return new Writing.Unwritable<>(Shapes.NO_PROMPT);
            }
            return Messages.text(prompt).map(question -> {
                ObjectNode json = JsonNodeFactory.instance.objectNode();
                json.put("question", question).put("answer", conversation.last().content());
                return ForeignFields.withAttributes(json, conversation.attributes());
            });
        });
    }
}
