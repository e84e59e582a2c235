package dev.lichen.datasets.formats.trl;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.format.Format;
import dev.lichen.datasets.format.Labelled;
import dev.lichen.datasets.format.Messages;
import dev.lichen.datasets.format.PreferredPair;
import dev.lichen.datasets.format.Reading;
import dev.lichen.datasets.format.RecordKind;
import dev.lichen.datasets.format.Shapes;
import dev.lichen.datasets.format.Writing;
import java.util.List;

/** LLaMA-Factory's unpaired preferences: a conversation, and whether its last answer is good enough. */
final class UnpairedMessagesFormat implements Format {

    @Override
    public About about() {
        return new About("unpaired-messages", RecordKind.RATING, "messages, label (true or false)");
    }

    @Override
    public boolean recognises(ObjectNode object) {
        return object.path("messages").isArray() && object.path("label").isBoolean();
    }

    @Override
    public Reading<JsonRecord> read(JsonFields fields) {
        List<Message> messages = fields.objects("messages", Message::from);
        int answer = Math.max(0, messages.size() - 1);
        return LabelledAnswer.read(Messages.beforeLast(messages), messages.subList(answer, messages.size()), fields);
    }

    @Override
    public Writing<List<ObjectNode>> write(JsonRecord one) {
        return Shapes.labelled(one)
                .map(all -> all.stream().map(UnpairedMessagesFormat::write).toList());
    }

    private static ObjectNode write(Labelled labelled) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        Message answer = PreferredPair.message(labelled.answer());
        json.set("messages", Messages.toJson(Messages.with(labelled.prompt(), answer)));
        return LabelledAnswer.finish(json, labelled);
    }
}
