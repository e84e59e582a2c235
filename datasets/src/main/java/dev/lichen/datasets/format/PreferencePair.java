package dev.lichen.datasets.format;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lichen.datasets.Answer;
import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.ExtraFields;
import dev.lichen.datasets.JsonFields;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Judgement;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.Ranking;
import dev.lichen.datasets.Tiers;
import java.util.List;

/**
 * Two whole conversations, of which people preferred the one to the other.
 *
 * @param chosen the preferred one, its last message the answer
 * @param rejected the other one
 */
public record PreferencePair(List<Message> chosen, List<Message> rejected) {

    public static final String NO_SHARED_PROMPT = "chosen and rejected do not share a prompt";
    public static final String SAME_ANSWER = "chosen and rejected are the same answer";
    public static final String NOT_THE_ASSISTANT = "chosen or rejected does not end with the assistant";

    /** Returns the pair of two answers to one prompt. */
    public static PreferencePair of(List<Message> prompt, String chosen, String rejected) {
        return new PreferencePair(
                Messages.with(prompt, Message.assistant(chosen)), Messages.with(prompt, Message.assistant(rejected)));
    }

    /**
     * Returns the ranking of the two last messages, if they answer the same prompt differently.
     *
     * @param fields the object that the pair was read from, with what else is known of it
     */
    public Reading<JsonRecord> ranking(JsonFields fields) {
        if (!endsWithAssistant(chosen) || !endsWithAssistant(rejected)) {
            return new Reading.Skipped<>(NOT_THE_ASSISTANT);
        }
        List<Message> prompt = Messages.beforeLast(chosen);
        if (prompt.isEmpty() || !prompt.equals(Messages.beforeLast(rejected))) {
            return new Reading.Skipped<>(NO_SHARED_PROMPT);
        }
        if (chosen.equals(rejected)) {
            return new Reading.Skipped<>(SAME_ANSWER);
        }
        return new Reading.Kept<>(ranking(prompt, fields));
    }

    private Ranking ranking(List<Message> prompt, JsonFields fields) {
        JsonNode origin = PairFields.generation(fields);
        List<Answer> answers = List.of(
                answer(chosen.getLast(), origin.path("chosen")), answer(rejected.getLast(), origin.path("rejected")));
        Judgement judgement = PairFields.judgement(fields);
        return new Ranking(prompt, answers, Tiers.bestToWorst(2), judgement, Attributes.from(fields));
    }

    private static boolean endsWithAssistant(List<Message> messages) {
        return !messages.isEmpty() && messages.getLast().isFromAssistant();
    }

    private static Answer answer(Message last, JsonNode origin) {
        ExtraFields extra = last.extra();
        for (var field : origin.properties()) {
            extra = field.getKey().equals(PairFields.GENERATOR) ? extra : extra.with(field.getKey(), field.getValue());
        }
        JsonNode generator = origin.path(PairFields.GENERATOR);
        return new Answer(last.content(), generator.isTextual() ? generator.textValue() : null, extra);
    }
}
