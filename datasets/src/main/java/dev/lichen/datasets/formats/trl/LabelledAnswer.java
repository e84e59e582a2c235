package dev.lichen.datasets.formats.trl;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.ValueNode;
import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.Rating;
import dev.lichen.datasets.format.Labelled;
import dev.lichen.datasets.format.Reading;
import java.util.List;

/** Reads an answer and its label as a rating by the criterion {@code good_enough}, and finishes the way back. */
final class LabelledAnswer {

    static final String CRITERION = "good_enough";
    static final String NOT_THE_ASSISTANT = "the answer is not one message of the assistant";

    private LabelledAnswer() {}

    static Reading<JsonRecord> read(List<Message> prompt, List<Message> answer, JsonFields fields) {
        if (answer.size() != 1 || !answer.getFirst().isFromAssistant() || prompt.isEmpty()) {
            return new Reading.Skipped<>(NOT_THE_ASSISTANT);
        }
        if (!(fields.value("label") instanceof ValueNode label && label.isBoolean())) {
            throw fields.failure("label", "true or false");
        }
        Rating.Verdict verdict = new Rating.Verdict(CRITERION, label, null);
        String content = answer.getFirst().content();
        return new Reading.Kept<>(new Rating(prompt, content, verdict, Attributes.from(fields)));
    }

    static ObjectNode finish(ObjectNode json, Labelled labelled) {
        json.put("label", labelled.label());
        labelled.attributes().addTo(json);
        return json;
    }
}
