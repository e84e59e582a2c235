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
import dev.lichen.datasets.format.Messages;
import dev.lichen.datasets.format.Reading;
import dev.lichen.datasets.format.RecordKind;
import dev.lichen.datasets.format.Shapes;
import dev.lichen.datasets.format.Writing;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** MOSS-002's conversations: one text of {@code [Human]: …<eoh> [MOSS]: …<eoa>}, and a prefix that frames it. */
final class Moss002Format implements Format {

    static final String NOT_BY_TURNS = "user and MOSS do not speak by turns";
    private static final String TEXT = "plain_text";
    private static final Pattern TURN =
            Pattern.compile("\\s*\\[Human]: ?(.*?)<eoh>\\s*\\[MOSS]: ?(.*?)(?:<eoa>|\\z)", Pattern.DOTALL);

    @Override
    public About about() {
        return new About("moss-002", RecordKind.CONVERSATION, "id, prefix, num_turns, plain_text");
    }

    @Override
    public boolean recognises(ObjectNode object) {
        return object.path(TEXT).asText().contains("[Human]:") && !object.has("messages");
    }

    @Override
    public Reading<JsonRecord> read(JsonFields fields) {
        List<Message> messages = new ArrayList<>();
        String prefix = fields.optionalText("prefix");
        if (prefix != null && !prefix.isEmpty()) {
            messages.add(Message.system(prefix));
        } else if (prefix != null) {
            fields.keep("prefix");
        }
        String text = fields.text(TEXT);
        List<Message> turns = turns(text);
        if (turns.isEmpty()) {
            throw fields.failure(TEXT, "turns of \"[Human]: …<eoh> [MOSS]: …<eoa>\"");
        }
        if (!text.equals(text(turns))) {
            fields.keep(TEXT);
        }
        messages.addAll(turns);
        if (fields.has("num_turns") && fields.json().path("num_turns").asInt() == turns.size() / 2) {
            fields.value("num_turns");
        }
        return new Reading.Kept<>(new Conversation(messages, Attributes.from(fields)));
    }

    @Override
    public Writing<List<ObjectNode>> write(JsonRecord one) {
        return Shapes.demonstration(one).then(Moss002Format::write);
    }

    /** Returns questions and answers by turns; empty if the text is not made of them. */
    private static List<Message> turns(String text) {
        List<Message> turns = new ArrayList<>();
        Matcher turn = TURN.matcher(text);
        int end = 0;
        while (turn.find() && turn.start() == end) {
            turns.add(Message.user(turn.group(1)));
            turns.add(Message.assistant(turn.group(2)));
            end = turn.end();
        }
        return text.substring(end).isBlank() ? turns : List.of();
    }

    private static String text(List<Message> turns) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < turns.size(); i += 2) {
            text.append(i == 0 ? "" : " ")
                    .append("[Human]: ")
                    .append(turns.get(i).content());
            text.append("<eoh> [MOSS]: ").append(turns.get(i + 1).content()).append("<eoa>");
        }
        return text.toString();
    }

    private static Writing<List<ObjectNode>> write(Conversation conversation) {
        List<Message> messages = conversation.messages();
        boolean framed = messages.getFirst().role() == Role.SYSTEM;
        List<Message> turns = framed ? messages.subList(1, messages.size()) : messages;
        for (int i = 0; i < turns.size(); i++) {
            if (turns.get(i).role() != (i % 2 == 0 ? Role.USER : Role.ASSISTANT)) {
                return new Writing.Unwritable<>(NOT_BY_TURNS);
            }
        }
        String kept = ForeignFields.keptText(conversation.attributes(), TEXT, "");
        String text = turns(kept).equals(turns) ? kept : text(turns);
        if (!turns(text).equals(turns)) {
            return new Writing.Unwritable<>("a text contains a mark of MOSS-002, and would be cut in two");
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ForeignFields.putId(json, "id", conversation.attributes());
        json.put("prefix", framed ? messages.getFirst().content() : "")
                .put("num_turns", turns.size() / 2)
                .put(TEXT, text);
        return Messages.withoutFields(messages, ForeignFields.withAttributes(json, conversation.attributes()));
    }
}
