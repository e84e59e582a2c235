package dev.lichen.datasets.formats.instruction;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.Conversation;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.format.Format;
import dev.lichen.datasets.format.Messages;
import dev.lichen.datasets.format.Reading;
import dev.lichen.datasets.format.RecordKind;
import dev.lichen.datasets.format.Shapes;
import dev.lichen.datasets.format.Writing;
import java.util.List;

/** Alpaca's instructions (Taori et al. 2023), with the system message and the history that later files add. */
final class AlpacaFormat implements Format {

    @Override
    public About about() {
        return new About(
                "alpaca", RecordKind.CONVERSATION, "instruction, input, output (a text), system, history (optional)");
    }

    @Override
    public boolean recognises(ObjectNode object) {
        return object.has("instruction") && object.path("output").isTextual();
    }

    @Override
    public Reading<JsonRecord> read(JsonFields fields) {
        List<Message> messages = Messages.with(InstructionTurns.read(fields), Message.assistant(fields.text("output")));
        return new Reading.Kept<>(new Conversation(messages, InstructionTurns.attributes(fields)));
    }

    @Override
    public Writing<List<ObjectNode>> write(JsonRecord one) {
        return Shapes.demonstration(one).then(AlpacaFormat::write);
    }

    private static Writing<List<ObjectNode>> write(Conversation conversation) {
        List<Message> prompt = Messages.beforeLast(conversation.messages());
        if (prompt.isEmpty()) {
            return new Writing.Unwritable<>(Shapes.NO_PROMPT);
        }
        Message answer = conversation.last();
        Attributes attributes = conversation.attributes();
        return InstructionTurns.of(prompt)
                .map(turns -> turns.finish(turns.begin(attributes).put("output", answer.content()), attributes))
                .then(objects -> Messages.withoutFields(List.of(answer), objects));
    }
}
