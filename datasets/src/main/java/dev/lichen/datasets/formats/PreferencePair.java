package dev.lichen.datasets.formats;

import dev.lichen.datasets.Answer;
import dev.lichen.datasets.Attributes;
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
record PreferencePair(List<Message> chosen, List<Message> rejected) {

    static final String NO_SHARED_PROMPT = "chosen and rejected do not share a prompt";
    static final String SAME_ANSWER = "chosen and rejected are the same answer";
    static final String NOT_THE_ASSISTANT = "chosen or rejected does not end with the assistant";

    /** Returns the ranking of the two last messages, if they answer the same prompt differently. */
    Reading<JsonRecord> ranking(Attributes attributes) {
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
        List<Answer> answers = List.of(answer(chosen), answer(rejected));
        return new Reading.Kept<>(new Ranking(prompt, answers, Tiers.bestToWorst(2), Judgement.unknown(), attributes));
    }

    private static boolean endsWithAssistant(List<Message> messages) {
        return !messages.isEmpty() && messages.getLast().isFromAssistant();
    }

    private static Answer answer(List<Message> messages) {
        Message last = messages.getLast();
        return new Answer(last.content(), null, last.extra());
    }
}
