package dev.lichen.datasets.formats.trl;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.format.Messages;
import dev.lichen.datasets.format.Writing;
import java.util.List;

/** TRL's two ways to write prompt and completion: as texts ("standard"), or as messages ("conversational"). */
enum Form {
    TEXTS(""),
    MESSAGES("-conversational");

    private final String suffix;

    Form(String suffix) {
        this.suffix = suffix;
    }

    /** Returns the name of a format in this form. */
    String named(String name) {
        return name + suffix;
    }

    /** Returns whether a field of an object is written in this form. */
    boolean fits(ObjectNode object, String name) {
        JsonNode value = object.path(name);
        return this == TEXTS ? value.isTextual() : value.isArray();
    }

    /** Reads what the assistant says. */
    static List<Message> completion(JsonFields fields, String name) {
        return Messages.isText(fields, name)
                ? List.of(Message.assistant(fields.text(name)))
                : fields.objects(name, Message::from);
    }

    /** Adds messages under a name. */
    Writing<ObjectNode> put(ObjectNode json, String name, List<Message> messages) {
        if (this == MESSAGES) {
            json.set(name, Messages.toJson(messages));
            return Writing.of(json);
        }
        return Messages.text(messages).map(text -> json.put(name, text));
    }

    /** Adds the assistant's answer under a name. */
    Writing<ObjectNode> putAnswer(ObjectNode json, String name, Message answer) {
        if (this == MESSAGES) {
            json.putArray(name).add(answer.toJson());
            return Writing.of(json);
        }
        json.put(name, answer.content());
        return Messages.withoutFields(List.of(answer), json);
    }
}
