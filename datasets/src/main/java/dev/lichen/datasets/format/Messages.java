package dev.lichen.datasets.format;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Reads and writes fields that hold either messages or one text. */
public final class Messages {

    /** What is lost when several messages become one text. */
    public static final String ROLES_LOST =
            "who speaks in prompts of several messages, which are joined by blank lines";

    /** What is lost when a message with unknown fields becomes a text. */
    public static final String FIELDS_LOST = "fields of single messages";

    private Messages() {}

    /** Reads a prompt: messages as they are, a text as what the user says. */
    public static List<Message> promptOf(JsonFields fields, String name) {
        return isText(fields, name) ? List.of(Message.user(fields.text(name))) : fields.objects(name, Message::from);
    }

    /** Returns whether a field holds a text. */
    public static boolean isText(JsonFields fields, String name) {
        return fields.json().path(name).isTextual();
    }

    /** Returns all messages but the last. */
    public static List<Message> beforeLast(List<Message> messages) {
        return messages.subList(0, Math.max(0, messages.size() - 1));
    }

    /** Returns these messages and one more. */
    public static List<Message> with(List<Message> messages, Message last) {
        List<Message> all = new ArrayList<>(messages);
        all.add(last);
        return all;
    }

    /** Returns messages as a JSON list. */
    public static ArrayNode toJson(List<Message> messages) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        messages.forEach(message -> list.add(message.toJson()));
        return list;
    }

    /** Writes messages as one text. */
    public static Writing<String> text(List<Message> messages) {
        String text = messages.stream().map(Message::content).collect(Collectors.joining("\n\n"));
        boolean plain = messages.size() == 1 && messages.getFirst().role() == Role.USER;
        Writing<String> written = plain ? Writing.of(text) : Writing.losing(text, ROLES_LOST);
        return written.then(content -> withoutFields(messages, content));
    }

    /** Names the loss of unknown fields of messages, if they have any. */
    public static <T> Writing<T> withoutFields(List<Message> messages, T content) {
        boolean none = messages.stream().allMatch(message -> message.extra().isEmpty());
        return none ? Writing.of(content) : Writing.losing(content, FIELDS_LOST);
    }
}
