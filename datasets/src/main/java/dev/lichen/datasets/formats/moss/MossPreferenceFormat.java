package dev.lichen.datasets.formats.moss;

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

/**
 * MOSS-RLHF's preferences: two lists of texts that differ in the last; also those annotated with preference strength.
 *
 * <p>The strengths ({@code mean preference difference} and the score lists) are kept as they are.
 */
final class MossPreferenceFormat implements Format {

    static final String BLANK = "a turn is blank";

    @Override
    public About about() {
        return new About("moss-rlhf", RecordKind.RANKING, "chosen, rejected (lists of texts)");
    }

    @Override
    public boolean recognises(ObjectNode object) {
        return object.path("chosen").path(0).isTextual()
                && object.path("rejected").path(0).isTextual();
    }

    @Override
    public Reading<JsonRecord> read(JsonFields fields) {
        List<String> chosen = fields.texts("chosen");
        List<String> rejected = fields.texts("rejected");
        if (chosen.stream().anyMatch(String::isBlank) || rejected.stream().anyMatch(String::isBlank)) {
            return new Reading.Skipped<>(BLANK);
        }
        return new PreferencePair(TurnList.toAssistant(chosen), TurnList.toAssistant(rejected)).ranking(fields);
    }

    @Override
    public Writing<List<ObjectNode>> write(JsonRecord one) {
        return PreferredPair.each(one, MossPreferenceFormat::write);
    }

    private static Writing<ObjectNode> write(PreferredPair pair) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        return put(json, "chosen", pair, pair.chosen())
                .then(same -> put(same, "rejected", pair, pair.rejected()))
                .map(same -> pair.addRest(same, true));
    }

    private static Writing<ObjectNode> put(ObjectNode json, String name, PreferredPair pair, Answer answer) {
        List<Message> messages = Messages.with(pair.prompt(), Message.assistant(answer.content()));
        return TurnList.texts(messages).map(texts -> {
            texts.forEach(json.putArray(name)::add);
            return json;
        });
    }
}
