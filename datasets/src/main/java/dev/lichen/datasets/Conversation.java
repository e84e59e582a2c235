package dev.lichen.datasets;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A run of messages, whoever spoke last.
 *
 * @param messages at least one, oldest first
 * @param attributes id, language, source and unknown fields
 */
public record Conversation(List<Message> messages, Attributes attributes) implements JsonRecord {

    public Conversation {
        messages = List.copyOf(messages);
        if (messages.isEmpty()) {
            throw new InvalidRecordException("Bad conversation", "no messages", "at least one message");
        }
    }

    /** Reads {@code {"messages": […], …}}. */
    public static Conversation from(JsonFields fields) {
        List<Message> messages = fields.objects("messages", Message::from);
        return new Conversation(messages, Attributes.from(fields));
    }

    /** Returns the last message. */
    public Message last() {
        return messages.getLast();
    }

    @Override
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        Message.put(json, "messages", messages);
        attributes.addTo(json);
        return json;
    }
}
