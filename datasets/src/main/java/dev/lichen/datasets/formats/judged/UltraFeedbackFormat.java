package dev.lichen.datasets.formats.judged;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * UltraFeedback (Cui et al. 2023): an instruction and completions with ratings by aspects.
 *
 * <p>The order is by the mean rating of the aspects, the fine-grained score, or where both lack the overall score, in this
 * sequence: 2,628 completions of the released data have an overall score of 10 that should be 1. Ratings are texts, "N/A"
 * among them.
 */
final class UltraFeedbackFormat implements Format {

    static final String TOO_FEW = "fewer than two completions";
    static final String NOTHING_RATED = "no completion is rated";
    static final String SCORES_MADE = "scores: nobody gave any, and overall_score only repeats the order";
    private static final String OVERALL = "overall_score";
    private static final String FINE_GRAINED = "fine-grained_score";

    @Override
    public About about() {
        return new About(
                "ultrafeedback",
                RecordKind.RANKING,
                "source, instruction, models, completions (model, response, annotations, …)");
    }

    @Override
    public boolean recognises(ObjectNode object) {
        return object.has("instruction") && object.path("completions").isArray();
    }

    @Override
    public Reading<JsonRecord> read(JsonFields fields) {
        List<@Nullable Double> scores = new ArrayList<>();
        List<Answer> answers = fields.objects("completions", completion -> {
            scores.add(score(completion.json()));
            return new Answer(completion.text("response"), completion.optionalText("model"), completion.rest());
        });
        if (answers.size() < 2) {
            return new Reading.Skipped<>(TOO_FEW);
        }
        if (scores.stream().allMatch(Objects::isNull)) {
            return new Reading.Skipped<>(NOTHING_RATED);
        }
        List<Message> prompt = List.of(Message.user(fields.text("instruction")));
        return new Reading.Kept<>(
                new Ranking(prompt, answers, tiers(scores), Judgement.unknown(), Attributes.from(fields)));
    }

    @Override
    public Writing<List<ObjectNode>> write(JsonRecord one) {
        return Shapes.ranking(one).then(UltraFeedbackFormat::write);
    }

    private static Tiers tiers(List<@Nullable Double> scores) {
        List<Double> distinct = scores.stream()
                .filter(Objects::nonNull)
                .distinct()
                .sorted((a, b) -> Double.compare(b, a))
                .toList();
        List<@Nullable Integer> tiers = new ArrayList<>();
        scores.forEach(score -> tiers.add(score == null ? null : distinct.indexOf(score) + 1));
        return new Tiers(tiers);
    }

    private static @Nullable Double score(JsonNode completion) {
        List<Double> ratings = new ArrayList<>();
        for (JsonNode aspect : completion.path("annotations")) {
            Double rating = number(aspect.path("Rating"));
            if (rating != null) {
                ratings.add(rating);
            }
        }
        if (!ratings.isEmpty()) {
            return ratings.stream().mapToDouble(Double::doubleValue).sum() / ratings.size();
        }
        Double fineGrained = number(completion.path(FINE_GRAINED));
        return fineGrained != null ? fineGrained : number(completion.path(OVERALL));
    }

    /** Returns the number that a value is or spells, or null; half a rating, such as {@code 4/5}, is none. */
    private static @Nullable Double number(JsonNode value) {
        String text = value.asText().strip();
        return text.matches("-?\\d+(\\.\\d+)?") ? Double.valueOf(text) : null;
    }

    private static Writing<List<ObjectNode>> write(Ranking ranking) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ForeignFields.putKept(json, "source", ranking.attributes());
        if (ranking.attributes().source() != null) {
            json.put("source", ranking.attributes().source());
        }
        return Messages.text(ranking.prompt())
                .map(instruction -> json.put("instruction", instruction))
                .then(object -> withCompletions(object, ranking));
    }

    private static Writing<List<ObjectNode>> withCompletions(ObjectNode json, Ranking ranking) {
        List<ObjectNode> completions = new ArrayList<>();
        List<@Nullable Double> scores = new ArrayList<>();
        for (Answer answer : ranking.answers()) {
            ObjectNode completion = completion(answer);
            completions.add(completion);
            scores.add(score(completion));
        }
        boolean scored =
                scores.stream().anyMatch(Objects::nonNull) && tiers(scores).equals(ranking.tiers());
        if (!scored) {
            giveScores(completions, ranking.tiers());
        }
        json.set("models", ranking.attributes().extra().get("models").orElse(models(ranking)));
        json.putArray("completions").addAll(completions);
        List<ObjectNode> objects = ForeignFields.withAttributes(json, ranking.attributes());
        Writing<List<ObjectNode>> written = scored ? Writing.of(objects) : Writing.losing(objects, SCORES_MADE);
        return ranking.judgement().equals(Judgement.unknown())
                ? written
                : written.then(all -> Writing.losing(all, ForeignFields.JUDGEMENT_LOST));
    }

    /** Repeats the order as scores from 1 to T; older ratings that say otherwise go. */
    private static void giveScores(List<ObjectNode> completions, Tiers tiers) {
        for (int i = 0; i < completions.size(); i++) {
            ObjectNode completion = completions.get(i);
            completion.remove(List.of("annotations", FINE_GRAINED, OVERALL));
            tiers.of(i).ifPresent(tier -> completion.put(OVERALL, tiers.count() + 1 - tier));
        }
    }

    private static ObjectNode completion(Answer answer) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (answer.generator() != null) {
            json.put("model", answer.generator());
        }
        json.put("response", answer.content());
        answer.extra().addTo(json);
        return json;
    }

    private static JsonNode models(Ranking ranking) {
        var models = JsonNodeFactory.instance.arrayNode();
        ranking.answers().stream()
                .map(Answer::generator)
                .filter(Objects::nonNull)
                .forEach(models::add);
        return models;
    }
}
