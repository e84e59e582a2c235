package dev.lichen.datasets.formats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.Conversation;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Message;
import java.util.ArrayList;
import java.util.List;

/** TRL's prompt and completion, as texts or as messages. */
final class PromptCompletionFormat implements Format {

    @Override
    public String name() {
        return "prompt-completion";
    }

    @Override
    public RecordKind kind() {
        return RecordKind.CONVERSATION;
    }

    @Override
    public String fields() {
        return "prompt, completion";
    }

    @Override
    public boolean recognises(ObjectNode object) {
        return object.has("prompt") && object.has("completion");
    }

    @Override
    public Reading<JsonRecord> read(JsonFields fields) {
        if (Labels.isUndesirable(fields)) {
            return new Reading.Skipped<>(Labels.REASON);
        }
        List<Message> messages = new ArrayList<>(Messages.promptOf(fields, "prompt"));
        if (Messages.isText(fields, "completion")) {
            messages.add(Message.assistant(fields.text("completion")));
        } else {
            messages.addAll(fields.objects("completion", Message::from));
        }
        return new Reading.Kept<>(new Conversation(messages, Attributes.from(fields)));
    }
}
