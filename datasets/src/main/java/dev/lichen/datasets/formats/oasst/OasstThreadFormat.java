package dev.lichen.datasets.formats.oasst;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.Conversation;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.Role;
import dev.lichen.datasets.format.ForeignFields;
import dev.lichen.datasets.format.Format;
import dev.lichen.datasets.format.Reading;
import dev.lichen.datasets.format.RecordKind;
import dev.lichen.datasets.format.Shapes;
import dev.lichen.datasets.format.Writing;
import java.util.List;

/** Open Assistant's threads: one way through a tree, from the prompt to a last message. */
final class OasstThreadFormat implements Format {

    static final String EMPTY = "a thread without messages";
    private static final String ID = "thread_id";
    private static final String MESSAGES = "messages";

    @Override
    public About about() {
        return new About("oasst-thread", RecordKind.CONVERSATION, "thread_id, messages (text, role, …)");
    }

    @Override
    public boolean recognises(ObjectNode object) {
        return object.has(ID) && object.path(MESSAGES).path(0).has("text");
    }

    @Override
    public Reading<JsonRecord> read(JsonFields fields) {
        List<Message> messages =
                fields.objects(MESSAGES, message -> Node.read(message).message());
        return messages.isEmpty()
                ? new Reading.Skipped<>(EMPTY)
                : new Reading.Kept<>(new Conversation(messages, ForeignFields.attributes(fields, ID)));
    }

    @Override
    public Writing<List<ObjectNode>> write(JsonRecord one) {
        return Shapes.conversation(one).then(OasstThreadFormat::write);
    }

    private static Writing<List<ObjectNode>> write(Conversation conversation) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ForeignFields.putId(json, ID, conversation.attributes());
        ArrayNode messages = json.putArray(MESSAGES);
        boolean system = false;
        for (Message message : conversation.messages()) {
            if (message.role() == Role.TOOL) {
                return new Writing.Unwritable<>(Trees.TOOLS);
            }
            system |= message.role() == Role.SYSTEM;
            if (message.role() != Role.SYSTEM) {
                messages.add(Node.toJson(message));
            }
        }
        List<ObjectNode> objects = ForeignFields.withRest(json, conversation.attributes());
        return system ? Writing.losing(objects, Trees.SYSTEM_LOST) : Writing.of(objects);
    }
}
