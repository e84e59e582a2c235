package dev.lichen.datasets.formats.trl;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.Role;
import dev.lichen.datasets.format.ForeignFields;
import dev.lichen.datasets.format.Format;
import dev.lichen.datasets.format.Messages;
import dev.lichen.datasets.format.PreferencePair;
import dev.lichen.datasets.format.PreferredPair;
import dev.lichen.datasets.format.Reading;
import dev.lichen.datasets.format.RecordKind;
import dev.lichen.datasets.format.Writing;
import java.util.List;

/**
 * The binarised UltraFeedback: the prompt as a text beside two whole conversations, and the chosen one again as
 * {@code messages}.
 *
 * <p>Chosen is the answer with the best score, rejected one of the others at random; the scores are kept.
 */
final class BinarizedFormat implements Format {

    @Override
    public About about() {
        return new About(
                "ultrafeedback-binarized",
                RecordKind.RANKING,
                "prompt (a text), chosen, rejected (whole conversations), messages, score_chosen, score_rejected");
    }

    @Override
    public boolean recognises(ObjectNode object) {
        return object.path("prompt").isTextual()
                && object.path("chosen").path(1).has("role")
                && object.path("rejected").path(1).has("role");
    }

    @Override
    public Reading<JsonRecord> read(JsonFields fields) {
        List<Message> chosen = fields.objects("chosen", Message::from);
        boolean repeated = fields.has("messages")
                && fields.json().path("messages").equals(fields.json().path("chosen"));
        if (repeated) {
            fields.value("messages");
        }
        boolean usual = fields.text("prompt").equals(question(chosen));
        if (!usual) {
            fields.keep("prompt");
        }
        return new PreferencePair(chosen, fields.objects("rejected", Message::from)).ranking(fields);
    }

    @Override
    public Writing<List<ObjectNode>> write(JsonRecord one) {
        return PreferredPair.each(one, pair -> Writing.of(write(pair)));
    }

    private static String question(List<Message> messages) {
        return messages.stream()
                .filter(message -> message.role() == Role.USER)
                .map(Message::content)
                .findFirst()
                .orElse("");
    }

    private static ObjectNode write(PreferredPair pair) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        List<Message> chosen = Messages.with(pair.prompt(), PreferredPair.message(pair.chosen()));
        List<Message> rejected = Messages.with(pair.prompt(), PreferredPair.message(pair.rejected()));
        json.put("prompt", question(chosen));
        ForeignFields.putKept(json, "prompt", pair.ranking().attributes());
        ForeignFields.putId(json, "prompt_id", pair.ranking().attributes());
        json.set("chosen", Messages.toJson(chosen));
        json.set("rejected", Messages.toJson(rejected));
        json.set("messages", Messages.toJson(chosen));
        return pair.addRest(json, false);
    }
}
