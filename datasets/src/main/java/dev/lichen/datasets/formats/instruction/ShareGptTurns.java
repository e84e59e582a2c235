package dev.lichen.datasets.formats.instruction;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.lichen.datasets.ExtraFields;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.Role;
import java.util.List;
import java.util.Map;

/**
 * Reads and writes ShareGPT's turns, {@code {"from":"human","value":…}}.
 *
 * <p>A speaker that is not the usual one of its role, such as {@code function_call} for the assistant, is kept among the
 * message's extra fields.
 */
final class ShareGptTurns {

    private static final String FROM = "from";
    private static final String VALUE = "value";
    private static final Map<String, Role> ROLES = Map.ofEntries(
            Map.entry("human", Role.USER),
            Map.entry("user", Role.USER),
            Map.entry("gpt", Role.ASSISTANT),
            Map.entry("chatgpt", Role.ASSISTANT),
            Map.entry("bard", Role.ASSISTANT),
            Map.entry("bing", Role.ASSISTANT),
            Map.entry("assistant", Role.ASSISTANT),
            Map.entry("function_call", Role.ASSISTANT),
            Map.entry("system", Role.SYSTEM),
            Map.entry("observation", Role.TOOL),
            Map.entry("function_response", Role.TOOL),
            Map.entry("tool", Role.TOOL));

    private ShareGptTurns() {}

    static Message message(JsonFields fields) {
        String from = fields.text(FROM);
        Role role = ROLES.get(from);
        if (role == null) {
            throw fields.failure(
                    FROM,
                    "one of "
                            + String.join(", ", ROLES.keySet().stream().sorted().toList()));
        }
        String value = fields.text(VALUE);
        ExtraFields extra = fields.rest();
        return new Message(role, value, from.equals(usual(role)) ? extra : extra.with(FROM, TextNode.valueOf(from)));
    }

    static ArrayNode toJson(List<Message> messages) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        messages.forEach(message -> list.add(toJson(message)));
        return list;
    }

    static ObjectNode toJson(Message message) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put(
                FROM,
                message.extra()
                        .get(FROM)
                        .map(kept -> kept.asText())
                        .filter(kept -> ROLES.get(kept) == message.role())
                        .orElse(usual(message.role())));
        json.put(VALUE, message.content());
        message.extra().addTo(json);
        return json;
    }

    private static String usual(Role role) {
        return switch (role) {
            case USER -> "human";
            case ASSISTANT -> "gpt";
            case SYSTEM -> "system";
            case TOOL -> "observation";
        };
    }
}
