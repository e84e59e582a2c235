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

/** Running text, TRL's form for language modelling: a conversation in which the assistant speaks alone. */
final class TextFormat implements Format {

    @Override
    public About about() {
        return new About("text", RecordKind.CONVERSATION, "text");
    }

    @Override
    public boolean recognises(ObjectNode object) {
        return object.path("text").isTextual();
    }

    @Override
    public Reading<JsonRecord> read(JsonFields fields) {
        List<Message> messages = List.of(Message.assistant(fields.text("text")));
        return new Reading.Kept<>(new Conversation(messages, Attributes.from(fields)));
    }

    @Override
    public Writing<List<ObjectNode>> write(JsonRecord one) {
        return Shapes.conversation(one).then(TextFormat::alone).map(conversation -> {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.put("text", conversation.last().content());
            return ForeignFields.withAttributes(json, conversation.attributes());
        });
    }

    /** Joins what several people say to one text. */
    static Writing<Conversation> alone(Conversation conversation) {
        List<Message> messages = conversation.messages();
        if (messages.size() == 1 && messages.getFirst().isFromAssistant()) {
            return Messages.withoutFields(messages, conversation);
        }
        return Messages.text(messages)
                .then(text -> Writing.losing(text, Messages.ROLES_LOST))
                .map(text -> new Conversation(List.of(Message.assistant(text)), conversation.attributes()));
    }
}
