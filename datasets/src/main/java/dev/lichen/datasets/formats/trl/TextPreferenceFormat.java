package dev.lichen.datasets.formats.trl;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.format.Format;
import dev.lichen.datasets.format.Messages;
import dev.lichen.datasets.format.PreferencePair;
import dev.lichen.datasets.format.PreferredPair;
import dev.lichen.datasets.format.Reading;
import dev.lichen.datasets.format.RecordKind;
import dev.lichen.datasets.format.Writing;
import java.util.List;

/** TRL's standard preferences: a prompt and two answers, all texts. */
final class TextPreferenceFormat implements Format {

    @Override
    public About about() {
        return new About("trl-preference", RecordKind.RANKING, "prompt, chosen, rejected (texts)");
    }

    @Override
    public boolean recognises(ObjectNode object) {
        return object.has("prompt")
                && object.path("chosen").isTextual()
                && object.path("rejected").isTextual();
    }

    @Override
    public Reading<JsonRecord> read(JsonFields fields) {
        return PreferencePair.of(Messages.promptOf(fields, "prompt"), fields.text("chosen"), fields.text("rejected"))
                .ranking(fields);
    }

    @Override
    public Writing<List<ObjectNode>> write(JsonRecord one) {
        return PreferredPair.each(one, TextPreferenceFormat::write);
    }

    private static Writing<ObjectNode> write(PreferredPair pair) {
        return Messages.text(pair.prompt()).map(prompt -> {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.put("prompt", prompt)
                    .put("chosen", pair.chosen().content())
                    .put("rejected", pair.rejected().content());
            return pair.addRest(json, true);
        });
    }
}
