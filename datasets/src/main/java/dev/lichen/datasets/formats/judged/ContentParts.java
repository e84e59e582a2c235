package dev.lichen.datasets.formats.judged;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.format.Messages;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Reads and writes messages whose content is a list of parts, texts and images, as chat interfaces have them. */
final class ContentParts {

    static final String NOT_TEXT = "a message holds more than text";
    private static final String PARTS = "content_parts";

    private ContentParts() {}

    /** Reads a message; the parts stay among its fields. */
    static Message message(JsonFields fields) {
        JsonNode parts = fields.json().path("content");
        if (!parts.isArray()) {
            return Message.from(fields);
        }
        ObjectNode plain = fields.json().deepCopy();
        plain.put("content", text(parts));
        plain.set(PARTS, parts);
        return Message.from(new JsonFields(plain, fields.place()));
    }

    /** Returns whether any message has parts that are no text. */
    static boolean holdMore(List<Message> messages) {
        return messages.stream()
                .flatMap(message -> message.extra().get(PARTS).stream())
                .flatMap(parts -> StreamSupport.stream(parts.spliterator(), false))
                .anyMatch(part -> !part.path("text").isTextual() || part.hasNonNull("image"));
    }

    /** Writes messages, in parts where they were read so and still say the same. */
    static ArrayNode toJson(List<Message> messages) {
        ArrayNode list = Messages.toJson(messages);
        for (JsonNode element : list) {
            ObjectNode message = (ObjectNode) element;
            Optional<JsonNode> parts = Optional.ofNullable(message.remove(PARTS));
            parts.filter(kept -> text(kept).equals(message.path("content").asText()))
                    .ifPresent(kept -> message.set("content", kept));
        }
        return list;
    }

    private static String text(JsonNode parts) {
        return StreamSupport.stream(parts.spliterator(), false)
                .map(part -> part.path("text").asText(""))
                .collect(Collectors.joining("\n"));
    }
}
