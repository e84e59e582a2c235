package dev.lichen.datasets;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A question that waits for an answer.
 *
 * @param prompt at least one message, oldest first
 * @param attributes id, language, source and unknown fields
 */
public record Prompt(List<Message> prompt, Attributes attributes) implements Prompted {

    public Prompt {
        prompt = requireMessages(prompt);
    }

    /** Returns a prompt of one message from the user. */
    public static Prompt of(String question) {
        return new Prompt(List.of(Message.user(question)), Attributes.none());
    }

    /** Reads {@code {"prompt": [messages], …}}. */
    public static Prompt from(JsonFields fields) {
        List<Message> messages = fields.objects("prompt", Message::from);
        return new Prompt(messages, Attributes.from(fields));
    }

    @Override
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        Message.put(json, "prompt", prompt);
        attributes.addTo(json);
        return json;
    }

    static List<Message> requireMessages(List<Message> prompt) {
        if (prompt.isEmpty()) {
            throw new InvalidRecordException("Bad prompt", "no messages", "at least one message");
        }
        return List.copyOf(prompt);
    }
}
