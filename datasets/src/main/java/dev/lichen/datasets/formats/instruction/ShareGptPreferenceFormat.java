package dev.lichen.datasets.formats.instruction;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.format.Format;
import dev.lichen.datasets.format.Messages;
import dev.lichen.datasets.format.PreferencePair;
import dev.lichen.datasets.format.PreferredPair;
import dev.lichen.datasets.format.Reading;
import dev.lichen.datasets.format.RecordKind;
import dev.lichen.datasets.format.Writing;
import java.util.List;

/** LLaMA-Factory's preferences in ShareGPT's turns: a conversation, and one turn each that was chosen and rejected. */
final class ShareGptPreferenceFormat implements Format {

    @Override
    public About about() {
        return new About(
                "sharegpt-preference", RecordKind.RANKING, "conversations, chosen, rejected (turns of from, value)");
    }

    @Override
    public boolean recognises(ObjectNode object) {
        return object.path("conversations").isArray()
                && object.path("chosen").has("from")
                && object.path("rejected").has("from");
    }

    @Override
    public Reading<JsonRecord> read(JsonFields fields) {
        List<Message> prompt = fields.objects("conversations", ShareGptTurns::message);
        return new PreferencePair(
                        Messages.with(prompt, ShareGptTurns.message(fields.object("chosen"))),
                        Messages.with(prompt, ShareGptTurns.message(fields.object("rejected"))))
                .ranking(fields);
    }

    @Override
    public Writing<List<ObjectNode>> write(JsonRecord one) {
        return PreferredPair.each(one, pair -> Writing.of(write(pair)));
    }

    private static ObjectNode write(PreferredPair pair) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("conversations", ShareGptTurns.toJson(pair.prompt()));
        json.set("chosen", ShareGptTurns.toJson(PreferredPair.message(pair.chosen())));
        json.set("rejected", ShareGptTurns.toJson(PreferredPair.message(pair.rejected())));
        return pair.addRest(json, false);
    }
}
