package dev.lichen.datasets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.ValueNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One person's verdict on one answer by one criterion.
 *
 * @param prompt at least one message, oldest first
 * @param answer the text that was judged
 * @param verdict the criterion, the value, and who judged
 * @param attributes id, language, source and unknown fields
 */
public record Rating(List<Message> prompt, String answer, Verdict verdict, Attributes attributes) implements Prompted {

    /**
     * A value on a criterion.
     *
     * @param criterion what was judged, such as {@code helpful}
     * @param value a number, a word or a truth value
     * @param annotator the pseudonym of the person who judged
     */
    public record Verdict(
            String criterion, ValueNode value, @Nullable String annotator) {}

    public Rating {
        prompt = Prompt.requireMessages(prompt);
    }

    /** Reads {@code {"prompt": [messages], "answer": …, "criterion": …, "value": …, …}}. */
    public static Rating from(JsonFields fields) {
        List<Message> prompt = fields.objects("prompt", Message::from);
        String answer = fields.text("answer");
        Verdict verdict = new Verdict(fields.text("criterion"), value(fields), fields.optionalText("annotator"));
        return new Rating(prompt, answer, verdict, Attributes.from(fields));
    }

    private static ValueNode value(JsonFields fields) {
        JsonNode value = fields.value("value");
        if (value instanceof ValueNode scalar && !scalar.isNull()) {
            return scalar;
        }
        throw fields.failure("value", "a number, a word or a truth value");
    }

    @Override
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        Message.put(json, "prompt", prompt);
        json.put("answer", answer).put("criterion", verdict.criterion()).set("value", verdict.value());
        if (verdict.annotator() != null) {
            json.put("annotator", verdict.annotator());
        }
        attributes.addTo(json);
        return json;
    }
}
