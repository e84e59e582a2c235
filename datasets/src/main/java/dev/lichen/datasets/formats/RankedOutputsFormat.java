package dev.lichen.datasets.formats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.datasets.Answer;
import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Judgement;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.Ranking;
import dev.lichen.datasets.Tiers;
import java.util.List;

/** K-wise lists in Alpaca's fields: the output is a list of answers from best to worst. */
final class RankedOutputsFormat implements Format {

    static final String TOO_FEW = "fewer than two answers to rank";

    @Override
    public String name() {
        return "ranked-outputs";
    }

    @Override
    public RecordKind kind() {
        return RecordKind.RANKING;
    }

    @Override
    public String fields() {
        return "instruction, input, output (a list, best first), history (optional)";
    }

    @Override
    public boolean recognises(ObjectNode object) {
        return object.has("instruction") && object.path("output").isArray();
    }

    @Override
    public Reading<JsonRecord> read(JsonFields fields) {
        List<Message> prompt = InstructionTurns.of(fields);
        List<Answer> answers = fields.texts("output").stream().map(Answer::new).toList();
        if (answers.size() < 2) {
            return new Reading.Skipped<>(TOO_FEW);
        }
        Tiers tiers = Tiers.bestToWorst(answers.size());
        return new Reading.Kept<>(new Ranking(prompt, answers, tiers, Judgement.unknown(), Attributes.from(fields)));
    }
}
