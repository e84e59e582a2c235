package dev.lichen.datasets;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A conversation that ends in a response worth imitating.
 *
 * @param messages at least one, oldest first, the last from the assistant
 * @param attributes id, language, source and unknown fields
 */
public record Demonstration(List<Message> messages, Attributes attributes) implements Prompted {

    public Demonstration {
        messages = new Conversation(messages, attributes).messages();
        if (!messages.getLast().isFromAssistant()) {
            throw new InvalidRecordException(
                    "Bad demonstration",
                    "a last message from the " + messages.getLast().role().jsonName(),
                    "one from the assistant");
        }
    }

    /** Returns a demonstration of one response, without attributes. */
    public static Demonstration of(List<Message> prompt, String response) {
        List<Message> messages = new ArrayList<>(prompt);
        messages.add(Message.assistant(response));
        return new Demonstration(messages, Attributes.none());
    }

    /** Reads {@code {"messages": [… the last from the assistant], …}}. */
    public static Demonstration from(JsonFields fields) {
        Conversation conversation = Conversation.from(fields);
        return new Demonstration(conversation.messages(), conversation.attributes());
    }

    /** Returns every message but the last. */
    @Override
    public List<Message> prompt() {
        return messages.subList(0, messages.size() - 1);
    }

    /** Returns the last message. */
    public Message response() {
        return messages.getLast();
    }

    @Override
    public ObjectNode toJson() {
        return new Conversation(messages, attributes).toJson();
    }
}
