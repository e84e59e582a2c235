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
import java.util.List;

/**
 * Comparisons of summaries (Stiennon et al. 2020): a post or an article, two summaries, and which one a worker chose.
 *
 * <p>The prompt is the post under its subreddit and title, as the paper gave it to models, or the bare article.
 */
final class SummaryComparisonFormat implements Format {

    static final String NOT_TWO = "not two summaries";
    private static final String INFO = "info";
    private static final String WORKER = "worker";

    @Override
    public About about() {
        return new About(
                "summarize-from-feedback",
                RecordKind.RANKING,
                "info (post or article), summaries (text, policy), choice, worker, …");
    }

    @Override
    public boolean recognises(ObjectNode object) {
        return object.path("summaries").isArray() && object.has("choice");
    }

    @Override
    public Reading<JsonRecord> read(JsonFields fields) {
        List<Answer> summaries = fields.objects("summaries", SummaryComparisonFormat::summary);
        if (summaries.size() != 2) {
            return new Reading.Skipped<>(NOT_TWO);
        }
        Integer choice = fields.optionalInteger("choice");
        if (choice == null || choice < 0 || choice > 1) {
            throw fields.failure("choice", "0 or 1");
        }
        String text = text(fields.value(INFO));
        if (text.isEmpty()) {
            throw fields.failure(INFO, "a post or an article");
        }
        fields.keep(INFO);
        Tiers tiers = choice == 0 ? Tiers.of(1, 2) : Tiers.of(2, 1);
        String worker = fields.optionalId(WORKER);
        Judgement judgement = worker == null ? Judgement.unknown() : Judgement.by(worker);
        return new Reading.Kept<>(
                new Ranking(List.of(Message.user(text)), summaries, tiers, judgement, Attributes.from(fields)));
    }

    @Override
    public Writing<List<ObjectNode>> write(JsonRecord one) {
        return Duel.each(Shapes.ranking(one), false, SummaryComparisonFormat::write);
    }

    private static Answer summary(JsonFields fields) {
        return new Answer(fields.text("text"), fields.optionalText("policy"), fields.rest());
    }

    private static String text(JsonNode info) {
        String post = info.path("post").asText("");
        if (post.isEmpty()) {
            return info.path("article").asText("");
        }
        if (!info.has("title")) {
            return post;
        }
        String subreddit = info.path("subreddit").asText("");
        String head = subreddit.isEmpty() ? "" : "SUBREDDIT: r/" + subreddit + "\n\n";
        return head + "TITLE: " + info.path("title").asText("") + "\n\nPOST: " + post + "\n\nTL;DR:";
    }

    private static Writing<ObjectNode> write(Duel duel) {
        Attributes attributes = duel.ranking().attributes();
        return Messages.text(duel.ranking().prompt()).then(prompt -> {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            JsonNode info = attributes.extra().get(INFO).orElse(json.objectNode());
            json.set(INFO, text(info).equals(prompt) ? info : json.objectNode().put("post", prompt));
            json.putArray("summaries").add(summary(duel.first())).add(summary(duel.second()));
            json.put("choice", duel.outcome() < 0 ? 0 : 1);
            ForeignFields.putKept(json, WORKER, attributes);
            Judgement judgement = duel.ranking().judgement();
            if (judgement.annotator() != null && !json.has(WORKER)) {
                json.put(WORKER, judgement.annotator());
            }
            attributes.addTo(json);
            boolean plain = judgement.withAnnotator(null).equals(Judgement.unknown());
            return plain ? Writing.of(json) : Writing.losing(json, ForeignFields.JUDGEMENT_LOST);
        });
    }

    private static ObjectNode summary(Answer answer) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("text", answer.content());
        if (answer.generator() != null) {
            json.put("policy", answer.generator());
        }
        answer.extra().addTo(json);
        return json;
    }
}
