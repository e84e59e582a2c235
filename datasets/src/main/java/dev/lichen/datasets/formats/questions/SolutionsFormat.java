package dev.lichen.datasets.formats.questions;

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
import java.util.ArrayList;
import java.util.List;

/**
 * GSM8K's model solutions: a question and a solution of each model, correct or not.
 *
 * <p>Correct solutions are tied in the first tier and acceptable, wrong ones tied below; the true solution is kept.
 */
final class SolutionsFormat implements Format {

    static final String TOO_FEW = "fewer than two solutions";
    static final String MORE_TIERS = "the order among correct solutions and among wrong ones";
    private static final String CORRECT = "is_correct";

    @Override
    public About about() {
        return new About(
                "gsm8k-solutions",
                RecordKind.RANKING,
                "question, ground_truth, a field (solution, is_correct) a model");
    }

    @Override
    public boolean recognises(ObjectNode object) {
        return object.has("question")
                && object.has("ground_truth")
                && object.properties().stream()
                        .anyMatch(field -> field.getValue().has(CORRECT));
    }

    @Override
    public Reading<JsonRecord> read(JsonFields fields) {
        List<Message> prompt = List.of(Message.user(fields.text("question")));
        List<Answer> answers = new ArrayList<>();
        List<Boolean> correct = new ArrayList<>();
        for (var field : fields.json().properties()) {
            if (field.getValue().path(CORRECT).isBoolean()) {
                JsonFields solution = fields.object(field.getKey());
                correct.add(solution.value(CORRECT).booleanValue());
                answers.add(new Answer(solution.text("solution"), field.getKey(), solution.rest()));
            }
        }
        if (answers.size() < 2) {
            return new Reading.Skipped<>(TOO_FEW);
        }
        Judgement judgement = new Judgement(null, correct.contains(true) ? 1 : 0, List.of());
        Tiers tiers =
                Tiers.ofScores(correct.stream().map(right -> right ? 1.0 : 0.0).toList());
        return new Reading.Kept<>(new Ranking(prompt, answers, tiers, judgement, Attributes.from(fields)));
    }

    @Override
    public Writing<List<ObjectNode>> write(JsonRecord one) {
        return Shapes.ranking(one).then(SolutionsFormat::write);
    }

    private static Writing<List<ObjectNode>> write(Ranking ranking) {
        if (ranking.judgement().acceptableTier() == null) {
            return new Writing.Unwritable<>(Shapes.NO_VERDICT);
        }
        return Messages.text(ranking.prompt()).then(question -> {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.put("question", question);
            json.put("ground_truth", "");
            ForeignFields.putKept(json, "ground_truth", ranking.attributes());
            for (int i = 0; i < ranking.answers().size(); i++) {
                Answer answer = ranking.answers().get(i);
                String name = answer.generator() == null ? "answer_" + (i + 1) : answer.generator();
                ObjectNode solution = json.putObject(name);
                solution.put(CORRECT, ranking.isAcceptable(i)).put("solution", answer.content());
                answer.extra().addTo(solution);
            }
            List<ObjectNode> objects = ForeignFields.withAttributes(json, ranking.attributes());
            return ranking.tiers().count() > 2 ? Writing.losing(objects, MORE_TIERS) : Writing.of(objects);
        });
    }
}
