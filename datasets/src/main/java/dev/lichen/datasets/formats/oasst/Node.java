package dev.lichen.datasets.formats.oasst;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.ExtraFields;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.Role;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message of a tree with its replies.
 *
 * @param message the message; all fields of Open Assistant but text, role and replies are its extra fields
 * @param rank the place among its siblings, 0 the best; null where nobody ranked it
 * @param replies in the order of the file
 */
record Node(Message message, @Nullable Integer rank, List<Node> replies) {

    static final String REPLIES = "replies";
    static final String RANK = "rank";
    static final String ID = "message_id";
    static final String PARENT = "parent_id";
    static final String LANGUAGE = "lang";
    static final String MODEL = "model_name";
    private static final String PROMPTER = "prompter";
    private static final String ASSISTANT = "assistant";
    private static final List<String> ORDER = List.of(
            ID,
            PARENT,
            "user_id",
            "created_date",
            "text",
            "role",
            LANGUAGE,
            "review_count",
            "review_result",
            "deleted",
            RANK,
            "synthetic",
            MODEL,
            "detoxify",
            "message_tree_id",
            "tree_state",
            "emojis",
            "labels",
            "events");

    /** Reads a message; its replies too, where it holds them. */
    static Node read(JsonFields fields) {
        String name = fields.text("role");
        if (!name.equals(PROMPTER) && !name.equals(ASSISTANT)) {
            throw fields.failure("role", PROMPTER + " or " + ASSISTANT);
        }
        Integer rank = fields.optionalInteger(RANK);
        fields.keep(RANK);
        List<Node> replies = new ArrayList<>();
        if (fields.has(REPLIES)) {
            replies.addAll(fields.objects(REPLIES, Node::read));
            if (replies.isEmpty()) {
                fields.keep(REPLIES);
            }
        }
        Role role = name.equals(PROMPTER) ? Role.USER : Role.ASSISTANT;
        String text = fields.text("text");
        return new Node(new Message(role, text, fields.rest()), rank, replies);
    }

    /** Returns the id of a message, empty if it has none. */
    static String id(ExtraFields extra) {
        return extra.get(ID).map(JsonNode::asText).orElse("");
    }

    /** Writes a message without its replies, in the order of Open Assistant's fields. */
    static ObjectNode toJson(Message message) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (String name : ORDER) {
            switch (name) {
                case "text" -> json.put(name, message.content());
                case "role" -> json.put(name, message.isFromAssistant() ? ASSISTANT : PROMPTER);
                default -> message.extra().get(name).ifPresent(value -> json.set(name, value));
            }
        }
        message.extra().addTo(json);
        return json;
    }

    /** Returns the list of replies of a written message, making it if need be. */
    static ArrayNode replies(ObjectNode json) {
        return json.path(REPLIES) instanceof ArrayNode list ? list : json.putArray(REPLIES);
    }

    /** Returns a message that carries its id, its parent's and its rank where it had none. */
    static ObjectNode identified(ObjectNode json, String id, String parent) {
        if (!json.has(ID)) {
            json.put(ID, id);
            json.set(PARENT, parent.isEmpty() ? NullNode.getInstance() : json.textNode(parent));
        }
        return json;
    }
}
