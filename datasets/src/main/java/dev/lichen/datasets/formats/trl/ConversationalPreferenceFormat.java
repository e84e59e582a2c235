package dev.lichen.datasets.formats.trl;

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
import java.util.ArrayList;
import java.util.List;

/** TRL's conversational preferences: prompt and answers as messages; system and tools stay in the prompt. */
final class ConversationalPreferenceFormat implements Format {

    @Override
    public About about() {
        return new About("trl-preference-conversational", RecordKind.RANKING, "prompt, chosen, rejected (messages)");
    }

    @Override
    public boolean recognises(ObjectNode object) {
        return object.has("prompt")
                && object.path("chosen").path(0).has("role")
                && object.path("rejected").path(0).has("role");
    }

    @Override
    public Reading<JsonRecord> read(JsonFields fields) {
        List<Message> prompt = Messages.promptOf(fields, "prompt");
        return new PreferencePair(
                        whole(prompt, fields.objects("chosen", Message::from)),
                        whole(prompt, fields.objects("rejected", Message::from)))
                .ranking(fields);
    }

    @Override
    public Writing<List<ObjectNode>> write(JsonRecord one) {
        return PreferredPair.each(one, pair -> Writing.of(write(pair)));
    }

    /** Puts the prompt before the answer. */
    private static List<Message> whole(List<Message> prompt, List<Message> answer) {
        List<Message> whole = new ArrayList<>(prompt);
        whole.addAll(answer);
        return whole;
    }

    private static ObjectNode write(PreferredPair pair) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("prompt", Messages.toJson(pair.prompt()));
        json.putArray("chosen").add(PreferredPair.message(pair.chosen()).toJson());
        json.putArray("rejected").add(PreferredPair.message(pair.rejected()).toJson());
        return pair.addRest(json, false);
    }
}
