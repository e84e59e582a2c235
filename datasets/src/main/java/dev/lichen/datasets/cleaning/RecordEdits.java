package dev.lichen.datasets.cleaning;

import dev.lichen.datasets.Answer;
import dev.lichen.datasets.Conversation;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.Page;
import dev.lichen.datasets.Prompt;
import dev.lichen.datasets.Ranking;
import dev.lichen.datasets.Rating;
import java.util.List;
import java.util.function.UnaryOperator;

/** Changes every text of a record and nothing else. */
final class RecordEdits {

    private RecordEdits() {}

    static JsonRecord map(JsonRecord one, UnaryOperator<String> edit) {
        return switch (one) {
            case Page page -> new Page(edit.apply(page.text()), page.attributes());
            case Prompt prompt -> new Prompt(messages(prompt.prompt(), edit), prompt.attributes());
            case Conversation conversation ->
                new Conversation(messages(conversation.messages(), edit), conversation.attributes());
            case Rating rating ->
                new Rating(
                        messages(rating.prompt(), edit),
                        edit.apply(rating.answer()),
                        rating.verdict(),
                        rating.attributes());
            case Ranking ranking ->
                new Ranking(
                        messages(ranking.prompt(), edit),
                        answers(ranking.answers(), edit),
                        ranking.tiers(),
                        ranking.judgement(),
                        ranking.attributes());
            default -> throw new IllegalArgumentException("no texts known of a " + one.getClass());
        };
    }

    private static List<Message> messages(List<Message> messages, UnaryOperator<String> edit) {
        return messages.stream()
                .map(message -> new Message(message.role(), edit.apply(message.content()), message.extra()))
                .toList();
    }

    private static List<Answer> answers(List<Answer> answers, UnaryOperator<String> edit) {
        return answers.stream()
                .map(answer -> new Answer(edit.apply(answer.content()), answer.generator(), answer.extra()))
                .toList();
    }
}
