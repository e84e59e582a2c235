package dev.lichen.datasets.formats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.Prompt;
import java.util.List;

/** Prompts alone: Lichen's own, and TRL's, where a string is what the user says. */
final class PromptFormat implements Format {

    @Override
    public String name() {
        return "prompt";
    }

    @Override
    public RecordKind kind() {
        return RecordKind.PROMPT;
    }

    @Override
    public String fields() {
        return "prompt";
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
}
