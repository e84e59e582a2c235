package dev.lichen.datasets.formats.judged;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.Answer;
import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.ExtraFields;
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
import java.util.ArrayList;
import java.util.List;

/**
 * Battles of the Chatbot Arena as its competition of 55,000 gave them: a table of texts by turns, and a flag for each outcome.
 *
 * <p>Only battles of one turn rank two answers to one prompt.
 */
final class ArenaTextFormat implements Format {

    private static final String FIRST = "response_a";
    private static final String SECOND = "response_b";
    private static final List<String> FLAGS = List.of("winner_model_a", "winner_model_b", "winner_tie");

    @Override
    public About about() {
        return new About(
                "arena-texts",
                RecordKind.RANKING,
                "id, model_a, model_b, prompt, response_a, response_b (lists of texts), winner_model_a, …");
    }

    @Override
    public boolean recognises(ObjectNode object) {
        return object.has(FIRST) && object.has(SECOND) && object.has(FLAGS.getFirst());
    }

    @Override
    public Reading<JsonRecord> read(JsonFields fields) {
        Tiers tiers = tiers(fields);
        List<String> prompt = turns(fields, "prompt");
        List<String> first = turns(fields, FIRST);
        List<String> second = turns(fields, SECOND);
        if (prompt.size() > 1) {
            return new Reading.Skipped<>(ArenaFormat.PARTED);
        }
        if (prompt.isEmpty() || first.size() != 1 || second.size() != 1) {
            return new Reading.Skipped<>(ArenaFormat.NO_ANSWER);
        }
        List<Answer> answers = List.of(
                new Answer(first.getFirst(), fields.optionalText("model_a"), ExtraFields.none()),
                new Answer(second.getFirst(), fields.optionalText("model_b"), ExtraFields.none()));
        return new Reading.Kept<>(new Ranking(
                List.of(Message.user(prompt.getFirst())),
                answers,
                tiers,
                Judgement.unknown(),
                Attributes.from(fields)));
    }

    @Override
    public Writing<List<ObjectNode>> write(JsonRecord one) {
        return Duel.each(Shapes.ranking(one), true, ArenaTextFormat::write);
    }

    private static Tiers tiers(JsonFields fields) {
        List<Integer> flags = new ArrayList<>();
        FLAGS.forEach(name -> {
            Integer flag = fields.optionalInteger(name);
            flags.add(flag == null ? 0 : flag);
        });
        return switch (flags.toString()) {
            case "[1, 0, 0]" -> Tiers.of(1, 2);
            case "[0, 1, 0]" -> Tiers.of(2, 1);
            case "[0, 0, 1]" -> Tiers.of(1, 1);
            default ->
                throw fields.failure(FLAGS.getFirst(), "one of winner_model_a, winner_model_b and winner_tie to be 1");
        };
    }

    /** Reads a list of texts; a turn that is null was not answered and is left out. */
    private static List<String> turns(JsonFields fields, String name) {
        List<String> turns = new ArrayList<>();
        for (JsonNode turn : fields.array(name)) {
            if (turn.isTextual()) {
                turns.add(turn.textValue());
            }
        }
        return turns;
    }

    private static Writing<ObjectNode> write(Duel duel) {
        Attributes attributes = duel.ranking().attributes();
        return Messages.text(duel.ranking().prompt())
                .map(prompt -> {
                    ObjectNode json = JsonNodeFactory.instance.objectNode();
                    ForeignFields.putId(json, "id", attributes);
                    json.put("model_a", duel.first().generator())
                            .put("model_b", duel.second().generator());
                    json.set("prompt", list(prompt));
                    json.set(FIRST, list(duel.first().content()));
                    json.set(SECOND, list(duel.second().content()));
                    json.put(FLAGS.get(0), duel.outcome() < 0 ? 1 : 0)
                            .put(FLAGS.get(1), duel.outcome() > 0 ? 1 : 0)
                            .put(FLAGS.get(2), duel.outcome() == 0 ? 1 : 0);
                    attributes.addTo(json);
                    return json;
                })
                .then(json -> ForeignFields.orderOnly(withoutGenerators(duel.ranking()), json));
    }

    /** The format holds the generators. */
    private static Ranking withoutGenerators(Ranking ranking) {
        List<Answer> answers = ranking.answers().stream()
                .map(answer -> new Answer(answer.content(), null, answer.extra()))
                .toList();
        return new Ranking(ranking.prompt(), answers, ranking.tiers(), ranking.judgement(), ranking.attributes());
    }

    private static ArrayNode list(String text) {
        return JsonNodeFactory.instance.arrayNode().add(text);
    }
}
