package dev.lichen.datasets.formats.judged;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.Answer;
import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Judgement;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.Ranking;
import dev.lichen.datasets.Tiers;
import dev.lichen.datasets.format.ForeignFields;
import dev.lichen.datasets.format.Format;
import dev.lichen.datasets.format.Messages;
import dev.lichen.datasets.format.Reading;
import dev.lichen.datasets.format.RecordKind;
import dev.lichen.datasets.format.Shapes;
import dev.lichen.datasets.format.Writing;
import java.util.List;

/**
 * HelpSteer2's preferences (Wang et al. 2024): two responses and a strength from −3, the first is much better, to 3.
 *
 * <p>Its absolute value is the strength of the gap, 0 is a tie. What single annotators said is kept as it is.
 */
final class HelpSteerFormat implements Format {

    static final String STRENGTH_MADE = "the strength, which nobody gave and which is written as 1, slight";
    private static final String STRENGTH = "preference_strength";
    private static final int STRONGEST = 3;

    @Override
    public About about() {
        return new About(
                "helpsteer2-preference", RecordKind.RANKING, "prompt, response_1, response_2, preference_strength, …");
    }

    @Override
    public boolean recognises(ObjectNode object) {
        return object.has("response_1") && object.has("response_2") && object.has(STRENGTH);
    }

    @Override
    public Reading<JsonRecord> read(JsonFields fields) {
        Integer strength = fields.optionalInteger(STRENGTH);
        if (strength == null || Math.abs(strength) > STRONGEST) {
            throw fields.failure(STRENGTH, "a whole number from -3 to 3");
        }
        List<Answer> answers = List.of(new Answer(fields.text("response_1")), new Answer(fields.text("response_2")));
        Tiers tiers = strength == 0 ? Tiers.of(1, 1) : strength < 0 ? Tiers.of(1, 2) : Tiers.of(2, 1);
        Judgement judgement = new Judgement(null, null, strength == 0 ? List.of() : List.of(Math.abs(strength)));
        List<Message> prompt = Messages.promptOf(fields, "prompt");
        return new Reading.Kept<>(new Ranking(prompt, answers, tiers, judgement, Attributes.from(fields)));
    }

    @Override
    public Writing<List<ObjectNode>> write(JsonRecord one) {
        return Duel.each(Shapes.ranking(one), true, HelpSteerFormat::write);
    }

    private static Writing<ObjectNode> write(Duel duel) {
        int strength = Math.min(STRONGEST, Math.max(1, duel.strength()));
        return Messages.text(duel.ranking().prompt())
                .map(prompt -> {
                    ObjectNode json = JsonNodeFactory.instance.objectNode();
                    json.put("prompt", prompt)
                            .put("response_1", duel.first().content())
                            .put("response_2", duel.second().content())
                            .put(STRENGTH, duel.outcome() * strength);
                    duel.ranking().attributes().addTo(json);
                    return json;
                })
                .then(json -> duel.outcome() != 0 && duel.strength() == 0
                        ? Writing.losing(json, STRENGTH_MADE)
                        : Writing.of(json))
                .then(json -> withoutJudge(duel, json));
    }

    private static Writing<ObjectNode> withoutJudge(Duel duel, ObjectNode json) {
        Judgement judgement = duel.ranking().judgement();
        boolean known = judgement.annotator() != null || judgement.acceptableTier() != null;
        boolean origin = duel.first().generator() != null || duel.second().generator() != null;
        Writing<ObjectNode> written =
                known ? Writing.losing(json, "who judged, and the line of acceptable answers") : Writing.of(json);
        return origin ? written.then(same -> Writing.losing(same, ForeignFields.ANSWER_FIELDS_LOST)) : written;
    }
}
