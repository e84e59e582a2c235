package dev.lichen.datasets.formats.moss;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.Attributes;
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
import java.util.ArrayList;
import java.util.List;

/**
 * MOSS-003's conversations, plain and with plugins: turns of five tagged parts each.
 *
 * <p>A part is a JSON text of its own, so tags and end tokens inside it stay text; whoever renders it for a model must
 * encode them as text too.
 */
final class Moss003Format implements Format {

    static final String NOT_TURNS = "its turns are not user and assistant, with at most one round of tools between";
    private static final String ID = "conversation_id";
    private static final String META = "meta_instruction";

    @Override
    public About about() {
        return new About(
                "moss-003",
                RecordKind.CONVERSATION,
                "conversation_id, meta_instruction, num_turns, chat (turn_1, …), category (optional)");
    }

    @Override
    public boolean recognises(ObjectNode object) {
        return object.path("chat").has("turn_1");
    }

    @Override
    public Reading<JsonRecord> read(JsonFields fields) {
        List<Message> messages = new ArrayList<>();
        String meta = fields.optionalText(META);
        if (meta != null && !meta.isEmpty()) {
            messages.add(Message.system(meta));
        }
        JsonFields chat = fields.object("chat");
        for (int turn = 1; chat.has("turn_" + turn); turn++) {
            messages.addAll(MossTurn.messages(chat.object("turn_" + turn)));
        }
        fields.optionalInteger("num_turns");
        return new Reading.Kept<>(new Conversation(messages, ForeignFields.attributes(fields, ID)));
    }

    @Override
    public Writing<List<ObjectNode>> write(JsonRecord one) {
        return Shapes.demonstration(one).then(Moss003Format::write);
    }

    private static Writing<List<ObjectNode>> write(Conversation conversation) {
        List<Message> messages = conversation.messages();
        boolean framed = messages.getFirst().role() == Role.SYSTEM;
        ObjectNode chat = JsonNodeFactory.instance.objectNode();
        int from = framed ? 1 : 0;
        while (from < messages.size()) {
            int length = turnLength(messages, from);
            if (length == 0) {
                return new Writing.Unwritable<>(NOT_TURNS);
            }
            chat.set("turn_" + (chat.size() + 1), MossTurn.toJson(messages.subList(from, from + length)));
            from += length;
        }
        String meta = framed ? messages.getFirst().content() : "";
        return Writing.of(json(meta, chat, conversation.attributes()));
    }

    private static int turnLength(List<Message> messages, int from) {
        if (speak(messages, from, Role.USER, Role.ASSISTANT, Role.TOOL, Role.ASSISTANT)) {
            return 4;
        }
        return speak(messages, from, Role.USER, Role.ASSISTANT) ? 2 : 0;
    }

    private static boolean speak(List<Message> messages, int from, Role... roles) {
        List<Role> said = messages.subList(from, Math.min(from + roles.length, messages.size())).stream()
                .map(Message::role)
                .toList();
        return said.equals(List.of(roles));
    }

    private static List<ObjectNode> json(String meta, ObjectNode chat, Attributes attributes) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ForeignFields.putId(json, ID, attributes);
        json.put(META, meta).put("num_turns", chat.size()).set("chat", chat);
        return ForeignFields.withRest(json, attributes);
    }
}
