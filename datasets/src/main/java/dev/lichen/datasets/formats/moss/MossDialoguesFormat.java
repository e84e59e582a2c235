package dev.lichen.datasets.formats.moss;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.Conversation;
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
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * MOSS-RLHF's prompts for PPO and its dialogues: lists of texts without any field, the user first.
 *
 * <p>A list of odd length waits for an answer and is a prompt; one of even length is a conversation.
 */
final class MossDialoguesFormat implements Format {

    static final String EMPTY = "a list without texts";
    static final String FIELDS_LOST = "id, language, source and unknown fields, since a list of texts has no fields";

    @Override
    public About about() {
        return new About("moss-rlhf-ppo", RecordKind.PROMPT, "no fields: each element is a list of texts");
    }

    @Override
    public Set<RecordKind> kinds() {
        return EnumSet.of(RecordKind.PROMPT, RecordKind.CONVERSATION);
    }

    @Override
    public boolean recognises(ObjectNode object) {
        JsonNode list = object.path(JsonFields.LIST);
        return list.isArray() && (list.isEmpty() || list.path(0).isTextual());
    }

    @Override
    public Reading<JsonRecord> read(JsonFields fields) {
        List<String> texts = fields.texts(JsonFields.LIST);
        if (texts.isEmpty()) {
            return new Reading.Skipped<>(EMPTY);
        }
        List<Message> messages = TurnList.fromUser(texts);
        return new Reading.Kept<>(
                messages.getLast().isFromAssistant()
                        ? new Conversation(messages, Attributes.none())
                        : new Prompt(messages, Attributes.none()));
    }

    @Override
    public Writing<List<ObjectNode>> write(JsonRecord one) {
        Writing<Conversation> conversation = one instanceof Conversation
                ? Shapes.conversation(one)
                : Shapes.prompt(one).map(prompt -> new Conversation(prompt.prompt(), prompt.attributes()));
        return conversation.then(MossDialoguesFormat::write);
    }

    private static Writing<List<ObjectNode>> write(Conversation conversation) {
        List<Message> messages = conversation.messages();
        if (messages.getFirst().isFromAssistant()) {
            return new Writing.Unwritable<>(TurnList.NOT_BY_TURNS);
        }
        return TurnList.texts(messages)
                .then(texts -> Messages.withoutFields(messages, texts))
                .then(texts -> {
                    ObjectNode json = JsonNodeFactory.instance.objectNode();
                    texts.forEach(json.putArray(JsonFields.LIST)::add);
                    boolean plain = conversation.attributes().equals(Attributes.none());
                    return plain ? Writing.of(List.of(json)) : Writing.losing(List.of(json), FIELDS_LOST);
                });
    }
}
