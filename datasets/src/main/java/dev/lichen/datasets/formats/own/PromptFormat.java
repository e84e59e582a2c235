package dev.lichen.datasets.formats.own;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.Prompt;
import dev.lichen.datasets.format.Format;
import dev.lichen.datasets.format.Messages;
import dev.lichen.datasets.format.Reading;
import dev.lichen.datasets.format.RecordKind;
import dev.lichen.datasets.format.Shapes;
import dev.lichen.datasets.format.Writing;
import java.util.List;

/** Prompts alone: Lichen's own, and TRL's, where a string is what the user says. */
final class PromptFormat implements Format {

    @Override
    public About about() {
        return new About("prompt", RecordKind.PROMPT, "prompt");
    }

    @Override
    public boolean recognises(ObjectNode object) {
        return object.path("prompt").isArray() || object.path("prompt").isTextual();
    }

    @Override
    public Reading<JsonRecord> read(JsonFields fields) {
        List<Message> prompt = Messages.promptOf(fields, "prompt");
        return new Reading.Kept<>(new Prompt(prompt, Attributes.from(fields)));
    }

    @Override
    public Writing<List<ObjectNode>> write(JsonRecord one) {
        return Shapes.prompt(one).map(prompt -> List.of(prompt.toJson()));
    }
}
