package dev.lichen.datasets.formats.trl;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Message;
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
 * TRL's preferences with an implicit prompt in two texts: the prompt is what both begin with, up to the last whole word.
 *
 * <p>Prompt and answer are written with a space between them; another white space is kept in the field {@code separator}.
 */
final class ImplicitTextPreferenceFormat implements Format {

    static final String CUT_LOST =
            "where the prompt ends, which is found again only where the answers' first words differ";
    private static final String SEPARATOR = "separator";
    private static final String SPACE = " ";

    @Override
    public About about() {
        return new About("trl-preference-implicit-text", RecordKind.RANKING, "chosen, rejected (texts)");
    }

    @Override
    public boolean recognises(ObjectNode object) {
        return !object.has("prompt")
                && object.path("chosen").isTextual()
                && object.path("rejected").isTextual();
    }

    @Override
    public Reading<JsonRecord> read(JsonFields fields) {
        String chosen = fields.text("chosen");
        String rejected = fields.text("rejected");
        int cut = CommonPrefix.length(chosen, rejected);
        String prompt = chosen.substring(0, cut).stripTrailing();
        if (prompt.isEmpty()) {
            return new Reading.Skipped<>(PreferencePair.NO_SHARED_PROMPT);
        }
        String separator = chosen.substring(prompt.length(), cut);
        JsonFields known = separator.equals(SPACE) ? fields : withSeparator(fields, separator);
        return PreferencePair.of(List.of(Message.user(prompt)), chosen.substring(cut), rejected.substring(cut))
                .ranking(known);
    }

    @Override
    public Writing<List<ObjectNode>> write(JsonRecord one) {
        return PreferredPair.each(one, ImplicitTextPreferenceFormat::write);
    }

    private static JsonFields withSeparator(JsonFields fields, String separator) {
        ObjectNode json = fields.json().deepCopy();
        json.remove(List.of("chosen", "rejected"));
        return new JsonFields(json.put(SEPARATOR, separator), fields.place());
    }

    private static Writing<ObjectNode> write(PreferredPair pair) {
        return Messages.text(pair.prompt()).then(prompt -> {
            String beginning = prompt + ForeignFields.keptText(pair.ranking().attributes(), SEPARATOR, SPACE);
            String chosen = beginning + pair.chosen().content();
            String rejected = beginning + pair.rejected().content();
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.put("chosen", chosen).put("rejected", rejected);
            pair.addRest(json, true).remove(SEPARATOR);
            boolean found = CommonPrefix.length(chosen, rejected) == beginning.length();
            return found ? Writing.of(json) : Writing.losing(json, CUT_LOST);
        });
    }
}
