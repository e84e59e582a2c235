package dev.lichen.datasets.formats.judged;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * K-wise rankings as InstructGPT's labelers gave them (Ouyang et al. 2022): a tier for each answer, ties allowed.
 *
 * <p>It can hold everything that a ranking can; tiers with gaps are read as canonical ones.
 */
final class InstructGptFormat implements Format {

    static final String TOO_FEW = "fewer than two answers to rank";
    static final String NOTHING_RANKED = "no answer was ranked";
    private static final String LABELER = "labeler";
    private static final String TIER = "tier";

    @Override
    public About about() {
        return new About("instructgpt", RecordKind.RANKING, "prompt, answers (text, model, tier, …), labeler");
    }

    @Override
    public boolean recognises(ObjectNode object) {
        JsonNode first = object.path("answers").path(0);
        return object.has("prompt") && first.has("text") && first.has(TIER);
    }

    @Override
    public Reading<JsonRecord> read(JsonFields fields) {
        List<@Nullable Integer> ranks = new ArrayList<>();
        fields.objects("answers", answer -> {
            ranks.add(answer.optionalInteger(TIER));
            return answer;
        });
        if (ranks.size() < 2) {
            return new Reading.Skipped<>(TOO_FEW);
        }
        if (ranks.stream().allMatch(Objects::isNull)) {
            return new Reading.Skipped<>(NOTHING_RANKED);
        }
        Tiers tiers = Tiers.ofRanks(ranks);
        boolean canonical = tiers.values().equals(ranks);
        List<Answer> answers = fields.objects("answers", answer -> answer(answer, canonical));
        List<Message> prompt = Messages.promptOf(fields, "prompt");
        Judgement judgement = Judgement.from(fields);
        String labeler = fields.optionalId(LABELER);
        return new Reading.Kept<>(new Ranking(
                prompt,
                answers,
                tiers,
                labeler == null ? judgement : judgement.withAnnotator(labeler),
                Attributes.from(fields)));
    }

    @Override
    public Writing<List<ObjectNode>> write(JsonRecord one) {
        return Shapes.judged(one).map(InstructGptFormat::write);
    }

    private static Answer answer(JsonFields fields, boolean canonical) {
        if (canonical) {
            fields.value(TIER);
        }
        return new Answer(fields.text("text"), fields.optionalText("model"), fields.rest());
    }

    private static List<ObjectNode> write(Ranking ranking) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        boolean text = ranking.prompt().size() == 1
                && ranking.prompt()
                        .getFirst()
                        .equals(Message.user(ranking.prompt().getFirst().content()));
        if (text) {
            json.put("prompt", ranking.prompt().getFirst().content());
        } else {
            json.set("prompt", Messages.toJson(ranking.prompt()));
        }
        boolean kept = keepsOrder(ranking);
        for (int i = 0; i < ranking.answers().size(); i++) {
            Integer tier = ranking.tiers().values().get(i);
            json.withArray("answers").add(answer(ranking.answers().get(i), tier, kept));
        }
        ForeignFields.putKept(json, LABELER, ranking.attributes());
        if (ranking.judgement().annotator() != null && !json.has(LABELER)) {
            json.put(LABELER, ranking.judgement().annotator());
        }
        ranking.judgement().withAnnotator(null).addTo(json);
        return ForeignFields.withAttributes(json, ranking.attributes());
    }

    private static ObjectNode answer(Answer answer, @Nullable Integer tier, boolean kept) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("text", answer.content());
        if (answer.generator() != null) {
            json.put("model", answer.generator());
        }
        json.put(TIER, tier);
        if (kept) {
            json.set(TIER, answer.extra().get(TIER).orElse(NullNode.getInstance()));
        }
        answer.extra().addTo(json);
        return json;
    }

    /** Whether the tiers with gaps that were read still mean the ranking's order. */
    private static boolean keepsOrder(Ranking ranking) {
        if (ranking.answers().stream().noneMatch(answer -> answer.extra().has(TIER))) {
            return false;
        }
        List<@Nullable Integer> ranks = new ArrayList<>();
        for (Answer answer : ranking.answers()) {
            JsonNode tier = answer.extra().get(TIER).orElse(NullNode.getInstance());
            ranks.add(tier.isIntegralNumber() ? Integer.valueOf(tier.intValue()) : null);
        }
        return ranks.stream().anyMatch(Objects::nonNull) && Tiers.ofRanks(ranks).equals(ranking.tiers());
    }
}
