package dev.lichen.datasets.formats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Message;
import java.util.ArrayList;
import java.util.List;

/**
 * TRL's preferences: chosen and rejected as texts or as messages, the prompt a field of its own or contained in both.
 *
 * <p>Where both texts contain the prompt, it is what they begin with alike, up to the last whole word.
 */
final class PreferenceFormat implements Format {

    @Override
    public String name() {
        return "trl-preference";
    }

    @Override
    public RecordKind kind() {
        return RecordKind.RANKING;
    }

    @Override
    public String fields() {
        return "prompt (optional), chosen, rejected";
    }

    @Override
    public boolean recognises(ObjectNode object) {
        boolean texts =
                object.path("chosen").isTextual() && object.path("rejected").isTextual();
        return texts || (isMessages(object, "chosen") && isMessages(object, "rejected"));
    }

    @Override
    public Reading<JsonRecord> read(JsonFields fields) {
        PreferencePair pair = pair(fields);
        return pair.ranking(Attributes.from(fields));
    }

    private static PreferencePair pair(JsonFields fields) {
        if (Messages.isText(fields, "chosen")) {
            return fields.has("prompt") ? texts(fields) : implicitTexts(fields.text("chosen"), fields.text("rejected"));
        }
        List<Message> chosen = fields.objects("chosen", Message::from);
        List<Message> rejected = fields.objects("rejected", Message::from);
        List<Message> prompt = fields.has("prompt") ? Messages.promptOf(fields, "prompt") : List.of();
        return new PreferencePair(whole(prompt, chosen), whole(prompt, rejected));
    }

    private static PreferencePair texts(JsonFields fields) {
        List<Message> prompt = Messages.promptOf(fields, "prompt");
        return new PreferencePair(
                whole(prompt, List.of(Message.assistant(fields.text("chosen")))),
                whole(prompt, List.of(Message.assistant(fields.text("rejected")))));
    }

    /** Puts the prompt before the messages, unless they already bring one of their own. */
    private static List<Message> whole(List<Message> prompt, List<Message> messages) {
        boolean complete = messages.size() > 1;
        List<Message> whole = new ArrayList<>(complete ? List.of() : prompt);
        whole.addAll(messages);
        return whole;
    }

    private static PreferencePair implicitTexts(String chosen, String rejected) {
        int cut = CommonPrefix.length(chosen, rejected);
        List<Message> prompt = cut == 0
                ? List.of()
                : List.of(Message.user(chosen.substring(0, cut).stripTrailing()));
        return new PreferencePair(
                whole(prompt, List.of(Message.assistant(chosen.substring(cut).stripLeading()))),
                whole(prompt, List.of(Message.assistant(rejected.substring(cut).stripLeading()))));
    }

    private static boolean isMessages(ObjectNode object, String name) {
        return object.path(name).path(0).has("role");
    }
}
