package dev.lichen.datasets;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * One turn of a conversation.
 *
 * @param role who speaks
 * @param content the text as it was written, without any template or control token
 * @param extra the fields that Lichen does not know
 */
public record Message(Role role, String content, ExtraFields extra) implements JsonRecord {

    private static final String CALLS = "tool_calls";

    /** Creates a message without extra fields. */
    public Message(Role role, String content) {
        this(role, content, ExtraFields.none());
    }

    /** Returns what the person says. */
    public static Message user(String content) {
        return new Message(Role.USER, content);
    }

    /** Returns what the assistant says. */
    public static Message assistant(String content) {
        return new Message(Role.ASSISTANT, content);
    }

    /** Returns instructions for the whole conversation. */
    public static Message system(String content) {
        return new Message(Role.SYSTEM, content);
    }

    /** Reads {@code {"role": …, "content": …}}; only a message that calls tools may have no content, or null. */
    public static Message from(JsonFields fields) {
        String name = fields.text("role");
        Role role = Role.named(name).orElseThrow(() -> fields.failure("role", "one of " + Role.names()));
        boolean calls = fields.has(CALLS);
        String content = calls && !fields.has("content") ? "" : fields.text("content");
        if (calls && content.isEmpty()) {
            fields.keep("content");
        }
        return new Message(role, content, fields.rest());
    }

    /** Returns whether the assistant speaks. */
    public boolean isFromAssistant() {
        return role == Role.ASSISTANT;
    }

    @Override
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("role", role.jsonName());
        if (!content.isEmpty() || !extra.has(CALLS)) {
            json.put("content", content);
        }
        extra.addTo(json);
        return json;
    }

    /** Adds a list of messages to an object. */
    static void put(ObjectNode json, String name, List<Message> messages) {
        json.putArray(name).addAll(messages.stream().map(Message::toJson).toList());
    }
}
