package dev.lichen.datasets.formats.own;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.Conversation;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.format.Format;
import dev.lichen.datasets.format.Reading;
import dev.lichen.datasets.format.RecordKind;
import dev.lichen.datasets.format.Shapes;
import dev.lichen.datasets.format.Writing;
import java.util.List;

/** Conversations as lists of messages: Lichen's own, TRL's, and the hosted services'. */
final class MessagesFormat implements Format {

    @Override
    public About about() {
        return new About("messages", RecordKind.CONVERSATION, "messages");
    }

    @Override
    public boolean recognises(ObjectNode object) {
        return object.path("messages").isArray();
    }

    @Override
    public Reading<JsonRecord> read(JsonFields fields) {
        return new Reading.Kept<>(Conversation.from(fields));
    }

    @Override
    public Writing<List<ObjectNode>> write(JsonRecord one) {
        return Shapes.conversation(one).map(conversation -> List.of(conversation.toJson()));
    }
}
