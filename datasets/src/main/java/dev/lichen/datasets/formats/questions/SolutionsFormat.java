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
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * GSM8K's model solutions: a question and a solution of each model, correct or not.
 *
 * <p>Correct solutions are tied in the first tier and acceptable, wrong ones tied below; the true solution is kept.
 */
final class SolutionsFormat implements Format {

    static final String TOO_FEW = "fewer than two solutions";
    static final String MORE_TIERS = "the order among correct solutions and among wrong ones";
    static final String JUDGES_LOST = "who judged, and the strengths";
    static final String SAME_MODEL = "who wrote an answer whose model wrote another one, too";
    private static final Pattern UNKNOWN = Pattern.compile("answer_\\d+");
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
                String model = UNKNOWN.matcher(field.getKey()).matches() ? null : field.getKey();
                answers.add(new Answer(solution.text("solution"), model, solution.rest()));
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
        return Shapes.judged(one).then(SolutionsFormat::write);
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
                if (ranking.tiers().of(i).isPresent()) {
                    Answer answer = ranking.answers().get(i);
                    ObjectNode solution = json.putObject(name(json, answer, i));
                    solution.put(CORRECT, ranking.isAcceptable(i)).put("solution", answer.content());
                    answer.extra().addTo(solution);
                }
            }
            List<ObjectNode> objects = ForeignFields.withAttributes(json, ranking.attributes());
            return new Writing.Written<>(objects, losses(ranking));
        });
    }

    /** Two answers of one model, or of nobody, are told apart by their place. */
    private static String name(ObjectNode json, Answer answer, int place) {
        String generator = answer.generator();
        return generator == null || json.has(generator) ? "answer_" + (place + 1) : generator;
    }

    private static List<String> losses(Ranking ranking) {
        List<String> losses = new ArrayList<>();
        Judgement judgement = ranking.judgement();
        int line = Objects.requireNonNull(judgement.acceptableTier(), "who wrote it asked before");
        if (line > 1 || ranking.tiers().count() - line > 1) {
            losses.add(MORE_TIERS);
        }
        if (ranking.tiers().isPartial()) {
            losses.add(Shapes.UNRANKED_LOST);
        }
        if (judgement.annotator() != null || !judgement.strengths().isEmpty()) {
            losses.add(JUDGES_LOST);
        }
        if (hasModelTwice(ranking)) {
            losses.add(SAME_MODEL);
        }
        return losses;
    }

    private static boolean hasModelTwice(Ranking ranking) {
        Set<String> models = new HashSet<>();
        return IntStream.range(0, ranking.answers().size())
                .filter(i -> ranking.tiers().of(i).isPresent())
                .mapToObj(i -> ranking.answers().get(i).generator())
                .anyMatch(model -> model != null && !models.add(model));
    }
}
