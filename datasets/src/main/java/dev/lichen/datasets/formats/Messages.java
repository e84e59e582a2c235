package dev.lichen.datasets.formats;

import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.Message;
import java.util.List;

/** Reads fields that hold either messages or one text. */
final class Messages {

    private Messages() {}

    /** Reads a prompt: messages as they are, a text as what the user says. */
    static List<Message> promptOf(JsonFields fields, String name) {
        return isText(fields, name) ? List.of(Message.user(fields.text(name))) : fields.objects(name, Message::from);
    }

    static boolean isText(JsonFields fields, String name) {
        return fields.json().path(name).isTextual();
    }

    /** Returns all messages but the last. */
    static List<Message> beforeLast(List<Message> messages) {
        return messages.subList(0, Math.max(0, messages.size() - 1));
    }
}
