package dev.lichen.datasets.formats.trl;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
import java.util.ArrayList;
import java.util.List;

/** TRL's prompt and completion, as texts or as messages. */
final class PromptCompletionFormat implements Format {

    private final Form form;

    PromptCompletionFormat(Form form) {
        this.form = form;
    }

    @Override
    public About about() {
        return new About(form.named("prompt-completion"), RecordKind.CONVERSATION, "prompt, completion");
    }

    @Override
    public boolean recognises(ObjectNode object) {
        return object.has("prompt") && form.fits(object, "completion");
    }

    @Override
    public Reading<JsonRecord> read(JsonFields fields) {
        List<Message> messages = new ArrayList<>(Messages.promptOf(fields, "prompt"));
        messages.addAll(Form.completion(fields, "completion"));
        return new Reading.Kept<>(new Conversation(messages, Attributes.from(fields)));
    }

    @Override
    public Writing<List<ObjectNode>> write(JsonRecord one) {
        return Shapes.demonstration(one).then(this::write);
    }

    private Writing<List<ObjectNode>> write(Conversation conversation) {
        List<Message> prompt = Messages.beforeLast(conversation.messages());
        if (prompt.isEmpty()) {
            return new Writing.Unwritable<>(Shapes.NO_PROMPT);
        }
        return form.put(JsonNodeFactory.instance.objectNode(), "prompt", prompt)
                .then(json -> form.putAnswer(json, "completion", conversation.last()))
                .map(json -> {
                    conversation.attributes().addTo(json);
                    return List.of(json);
                });
    }
}
