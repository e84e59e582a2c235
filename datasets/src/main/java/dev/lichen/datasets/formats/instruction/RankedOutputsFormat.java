package dev.lichen.datasets.formats.instruction;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.Answer;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Judgement;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.Ranking;
import dev.lichen.datasets.Tiers;
import dev.lichen.datasets.format.ForeignFields;
import dev.lichen.datasets.format.Format;
import dev.lichen.datasets.format.Reading;
import dev.lichen.datasets.format.RecordKind;
import dev.lichen.datasets.format.Shapes;
import dev.lichen.datasets.format.Writing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** K-wise lists in Alpaca's fields: the output is a list of answers from best to worst. */
final class RankedOutputsFormat implements Format {

    static final String TIES_LOST = "ties, since a list has one order";
    static final String TOO_FEW = "fewer than two answers to rank";

    @Override
    public About about() {
        return new About(
                "ranked-outputs",
                RecordKind.RANKING,
                "instruction, input, output (a list, best first), system, history (optional)");
    }

    @Override
    public boolean recognises(ObjectNode object) {
        return object.has("instruction") && object.path("output").isArray();
    }

    @Override
    public Reading<JsonRecord> read(JsonFields fields) {
        List<Message> prompt = InstructionTurns.read(fields);
        List<Answer> answers = fields.texts("output").stream().map(Answer::new).toList();
        if (answers.size() < 2) {
            return new Reading.Skipped<>(TOO_FEW);
        }
        Tiers tiers = Tiers.bestToWorst(answers.size());
        return new Reading.Kept<>(
                new Ranking(prompt, answers, tiers, Judgement.unknown(), InstructionTurns.attributes(fields)));
    }

    @Override
    public Writing<List<ObjectNode>> write(JsonRecord one) {
        return Shapes.ranking(one)
                .then(RankedOutputsFormat::ordered)
                .then(ranking -> InstructionTurns.of(ranking.prompt()).map(turns -> write(turns, ranking)));
    }

    private static Writing<Ranking> ordered(Ranking ranking) {
        List<String> losses = new ArrayList<>();
        if (ranking.tiers().hasTies()) {
            losses.add(TIES_LOST);
        }
        if (ranking.tiers().isPartial()) {
            losses.add(Shapes.UNRANKED_LOST);
        }
        return new Writing.Written<>(ranking, losses).then(same -> ForeignFields.orderOnly(same, same));
    }

    private static List<ObjectNode> write(InstructionTurns turns, Ranking ranking) {
        ObjectNode json = turns.begin(ranking.attributes());
        Tiers tiers = ranking.tiers();
        IntStream.range(0, tiers.size())
                .filter(i -> tiers.of(i).isPresent())
                .boxed()
                .sorted(Comparator.comparingInt(i -> tiers.of(i).orElseThrow()))
                .map(i -> ranking.answers().get(i).content())
                .forEach(json.putArray("output")::add);
        return turns.finish(json, ranking.attributes());
    }
}
