package dev.lichen.datasets.formats.moss;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.Prompt;
import dev.lichen.datasets.format.ForeignFields;
import dev.lichen.datasets.format.Format;
import dev.lichen.datasets.format.Messages;
import dev.lichen.datasets.format.Reading;
import dev.lichen.datasets.format.RecordKind;
import dev.lichen.datasets.format.Shapes;
import dev.lichen.datasets.format.Writing;
import java.util.List;

/** MOSS's prompts of users: one text an object. */
final class UserPromptFormat implements Format {

    private static final String TEXT = "user_prompt";

    @Override
    public About about() {
        return new About("moss-user-prompt", RecordKind.PROMPT, TEXT);
    }

    @Override
    public boolean recognises(ObjectNode object) {
        return object.path(TEXT).isTextual();
    }

    @Override
    public Reading<JsonRecord> read(JsonFields fields) {
        List<Message> prompt = List.of(Message.user(fields.text(TEXT)));
        return new Reading.Kept<>(new Prompt(prompt, Attributes.from(fields)));
    }

    @Override
    public Writing<List<ObjectNode>> write(JsonRecord one) {
        return Shapes.prompt(one)
                .then(prompt -> Messages.text(prompt.prompt())
                        .map(text -> ForeignFields.withAttributes(
                                JsonNodeFactory.instance.objectNode().put(TEXT, text), prompt.attributes())));
    }
}
