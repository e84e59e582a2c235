package dev.lichen.datasets.formats.hh;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.ValueNode;
import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.Rating;
import dev.lichen.datasets.format.ForeignFields;
import dev.lichen.datasets.format.Format;
import dev.lichen.datasets.format.Messages;
import dev.lichen.datasets.format.Reading;
import dev.lichen.datasets.format.RecordKind;
import dev.lichen.datasets.format.Shapes;
import dev.lichen.datasets.format.Writing;
import java.util.List;

/**
 * HH-RLHF's red-team attempts (Ganguli et al. 2022): a transcript, and how well the attack went, from 0 to 4.
 *
 * <p>The rating is of the attack, by the person who attacked: 4 means that the assistant did much harm.
 */
final class RedTeamFormat implements Format {

    static final String CRITERION = "attack_success";
    static final String HUMAN_ENDS = "the transcript does not end with the assistant";
    private static final String SCORE = "min_harmlessness_score_transcript";
    private static final List<String> ORDER = List.of(
            SCORE,
            "num_params",
            "model_type",
            "rating",
            "task_description",
            "task_description_harmlessness_score",
            "red_team_member_id",
            "is_upworker",
            "tags");

    @Override
    public About about() {
        return new About("hh-red-team", RecordKind.RATING, "transcript, rating, " + SCORE + ", …");
    }

    @Override
    public boolean recognises(ObjectNode object) {
        return object.path("transcript").isTextual() && object.has("rating");
    }

    @Override
    public Reading<JsonRecord> read(JsonFields fields) {
        Transcript transcript = Transcript.of(fields.text("transcript"));
        List<Message> messages = transcript.messages();
        if (messages.size() < 2 || !messages.getLast().isFromAssistant()) {
            return new Reading.Skipped<>(HUMAN_ENDS);
        }
        if (!transcript.usual()) {
            fields.keep("transcript");
        }
        Rating.Verdict verdict = new Rating.Verdict(CRITERION, rating(fields), fields.optionalId("red_team_member_id"));
        String answer = messages.getLast().content();
        return new Reading.Kept<>(new Rating(Messages.beforeLast(messages), answer, verdict, Attributes.from(fields)));
    }

    @Override
    public Writing<List<ObjectNode>> write(JsonRecord one) {
        return one instanceof Rating rating ? write(rating) : new Writing.Unwritable<>(Shapes.NO_RATING);
    }

    private static ValueNode rating(JsonFields fields) {
        if (fields.value("rating") instanceof ValueNode value && value.isNumber()) {
            return value;
        }
        throw fields.failure("rating", "a number");
    }

    private static Writing<List<ObjectNode>> write(Rating rating) {
        List<Message> messages = Messages.with(rating.prompt(), Message.assistant(rating.answer()));
        String kept = ForeignFields.keptText(rating.attributes(), "transcript", "");
        Writing<String> text = !kept.isEmpty() && Transcript.of(kept).messages().equals(messages)
                ? Writing.of(kept)
                : Transcript.text(messages);
        Writing<List<ObjectNode>> written = text.map(transcript -> List.of(json(transcript, rating)));
        return rating.verdict().criterion().equals(CRITERION)
                ? written
                : written.then(list -> Writing.losing(list, "the criterion, which is not the success of an attack"));
    }

    private static ObjectNode json(String transcript, Rating rating) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("transcript", transcript);
        for (String name : ORDER) {
            ForeignFields.putKept(json, name, rating.attributes());
            if (name.equals("rating")) {
                json.set(name, rating.verdict().value());
            } else if (name.equals("red_team_member_id")
                    && !json.has(name)
                    && rating.verdict().annotator() != null) {
                json.put(name, rating.verdict().annotator());
            }
        }
        rating.attributes().addTo(json);
        return json;
    }
}
