package dev.lichen.datasets.formats.trl;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.Answer;
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

/** TRL's preferences with an implicit prompt: two whole conversations that are equal up to the last message. */
final class ImplicitPreferenceFormat implements Format {

    @Override
    public About about() {
        return new About("trl-preference-implicit", RecordKind.RANKING, "chosen, rejected (whole conversations)");
    }

    @Override
    public boolean recognises(ObjectNode object) {
        return !object.has("prompt")
                && object.path("chosen").path(0).has("role")
                && object.path("rejected").path(0).has("role");
    }

    @Override
    public Reading<JsonRecord> read(JsonFields fields) {
        return new PreferencePair(fields.objects("chosen", Message::from), fields.objects("rejected", Message::from))
                .ranking(fields);
    }

    @Override
    public Writing<List<ObjectNode>> write(JsonRecord one) {
        return PreferredPair.each(one, pair -> Writing.of(write(pair)));
    }

    private static ObjectNode write(PreferredPair pair) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        put(json, "chosen", pair, pair.chosen());
        put(json, "rejected", pair, pair.rejected());
        return pair.addRest(json, false);
    }

    private static void put(ObjectNode json, String name, PreferredPair pair, Answer answer) {
        json.set(name, Messages.toJson(Messages.with(pair.prompt(), PreferredPair.message(answer))));
    }
}
