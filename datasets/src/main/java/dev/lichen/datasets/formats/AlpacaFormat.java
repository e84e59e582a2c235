package dev.lichen.datasets.formats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.Conversation;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Message;
import java.util.ArrayList;
import java.util.List;

/** Alpaca's instructions (Taori et al. 2023), with the system message and the history that later files add. */
final class AlpacaFormat implements Format {

    @Override
    public String name() {
        return "alpaca";
    }

    @Override
    public RecordKind kind() {
        return RecordKind.CONVERSATION;
    }

    @Override
    public String fields() {
        return "instruction, input, output (a text), history (optional)";
    }

    @Override
    public boolean recognises(ObjectNode object) {
        return object.has("instruction") && object.path("output").isTextual();
    }

    @Override
    public Reading<JsonRecord> read(JsonFields fields) {
        List<Message> messages = new ArrayList<>(InstructionTurns.of(fields));
        messages.add(Message.assistant(fields.text("output")));
        return new Reading.Kept<>(new Conversation(messages, Attributes.from(fields)));
    }
}
