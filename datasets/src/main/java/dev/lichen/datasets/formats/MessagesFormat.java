package dev.lichen.datasets.formats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.Conversation;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.JsonRecord;

/** Conversations as lists of messages: Lichen's own, TRL's, and the hosted services'. */
final class MessagesFormat implements Format {

    @Override
    public String name() {
        return "messages";
    }

    @Override
    public RecordKind kind() {
        return RecordKind.CONVERSATION;
    }

    @Override
    public String fields() {
        return "messages";
    }

    @Override
    public boolean recognises(ObjectNode object) {
        return object.path("messages").isArray();
    }

    @Override
    public Reading<JsonRecord> read(JsonFields fields) {
        return Labels.isUndesirable(fields)
                ? new Reading.Skipped<>(Labels.REASON)
                : new Reading.Kept<>(Conversation.from(fields));
    }
}
