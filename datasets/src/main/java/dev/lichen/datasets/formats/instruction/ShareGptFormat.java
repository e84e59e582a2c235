package dev.lichen.datasets.formats.instruction;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.Conversation;
import dev.lichen.datasets.ExtraFields;
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
import java.util.ArrayList;
import java.util.List;

/** ShareGPT's conversations, also with calls of tools, their results, and the list of tools, as glaive's. */
final class ShareGptFormat implements Format {

    static final String EMPTY = "a conversation without turns";
    private static final String SYSTEM = "system";
    private static final String PLACE = "field";

    @Override
    public About about() {
        return new About("sharegpt", RecordKind.CONVERSATION, "conversations (from, value), system, tools (optional)");
    }

    @Override
    public boolean recognises(ObjectNode object) {
        return object.path("conversations").isArray()
                && (object.path("conversations").isEmpty()
                        || object.path("conversations").path(0).has("from"));
    }

    @Override
    public Reading<JsonRecord> read(JsonFields fields) {
        List<Message> messages = new ArrayList<>();
        String system = fields.optionalText(SYSTEM);
        if (system != null && !system.isEmpty()) {
            ExtraFields place = ExtraFields.none().with(PLACE, TextNode.valueOf(SYSTEM));
            messages.add(new Message(Role.SYSTEM, system, place));
        } else if (system != null) {
            fields.keep(SYSTEM);
        }
        messages.addAll(fields.objects("conversations", ShareGptTurns::message));
        return messages.isEmpty()
                ? new Reading.Skipped<>(EMPTY)
                : new Reading.Kept<>(new Conversation(messages, Attributes.from(fields)));
    }

    @Override
    public Writing<List<ObjectNode>> write(JsonRecord one) {
        return Shapes.conversation(one).map(ShareGptFormat::write);
    }

    private static List<ObjectNode> write(Conversation conversation) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        List<Message> messages = conversation.messages();
        boolean framed =
                messages.getFirst().extra().has(PLACE) && messages.getFirst().role() == Role.SYSTEM;
        json.set("conversations", ShareGptTurns.toJson(framed ? messages.subList(1, messages.size()) : messages));
        if (framed) {
            json.put(SYSTEM, messages.getFirst().content());
        }
        return ForeignFields.withAttributes(json, conversation.attributes());
    }
}
