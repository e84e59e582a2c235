package dev.lichen.datasets.formats.questions;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.Conversation;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.format.ForeignFields;
import dev.lichen.datasets.format.Format;
import dev.lichen.datasets.format.Reading;
import dev.lichen.datasets.format.RecordKind;
import dev.lichen.datasets.format.Shapes;
import dev.lichen.datasets.format.Writing;
import java.util.List;
import java.util.regex.Pattern;

/** Texts as lists of lines, as in collections of poems: a conversation in which the assistant speaks alone. */
final class ParagraphsFormat implements Format {

    static final String LINES = "paragraphs";
    static final String BROKEN_LINE = "a line that is itself broken into lines";
    private static final Pattern BREAK = Pattern.compile("\n");

    @Override
    public About about() {
        return new About("paragraphs", RecordKind.CONVERSATION, "paragraphs (a list of texts), title, author, …");
    }

    @Override
    public boolean recognises(ObjectNode object) {
        return object.path(LINES).path(0).isTextual();
    }

    @Override
    public Reading<JsonRecord> read(JsonFields fields) {
        List<String> lines = fields.texts(LINES);
        if (lines.stream().anyMatch(line -> line.contains("\n"))) {
            return new Reading.Skipped<>(BROKEN_LINE);
        }
        List<Message> messages = List.of(Message.assistant(String.join("\n", lines)));
        return new Reading.Kept<>(new Conversation(messages, Attributes.from(fields)));
    }

    @Override
    public Writing<List<ObjectNode>> write(JsonRecord one) {
        return Shapes.demonstration(one).then(TextFormat::alone).map(conversation -> {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            ArrayNode lines = json.putArray(LINES);
            List.of(BREAK.split(conversation.last().content(), -1)).forEach(lines::add);
            return ForeignFields.withAttributes(json, conversation.attributes());
        });
    }
}
