package dev.lichen.datasets.inspection;

import dev.lichen.datasets.Answer;
import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.Conversation;
import dev.lichen.datasets.JsonRecord;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.Prompt;
import dev.lichen.datasets.Ranking;
import dev.lichen.datasets.Rating;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What every kind of record has: messages, answers, attributes.
 *
 * @param prompt the messages before the answers
 * @param answers the texts that answer them
 * @param attributes where the record comes from
 */
record Contents(List<Message> prompt, List<String> answers, Attributes attributes) {

    static Contents of(JsonRecord jsonRecord) {
        return switch (jsonRecord) {
            case Ranking ranking ->
                new Contents(
                        ranking.prompt(),
                        ranking.answers().stream().map(Answer::content).toList(),
                        ranking.attributes());
            case Rating rating -> new Contents(rating.prompt(), List.of(rating.answer()), rating.attributes());
            case Prompt prompt -> new Contents(prompt.prompt(), List.of(), prompt.attributes());
            case Conversation conversation -> of(conversation);
            default -> throw new IllegalArgumentException("no contents known of a " + jsonRecord.getClass());
        };
    }

    private static Contents of(Conversation conversation) {
        List<Message> messages = conversation.messages();
        return conversation.last().isFromAssistant()
                ? new Contents(
                        messages.subList(0, messages.size() - 1),
                        List.of(conversation.last().content()),
                        conversation.attributes())
                : new Contents(messages, List.of(), conversation.attributes());
    }

    /** Returns the language that is declared, or the script. */
    String language() {
        String declared = attributes.language();
        return declared != null ? declared : Script.of(text()).label();
    }

    int promptCharacters() {
        return prompt.stream()
                .mapToInt(message -> characters(message.content()))
                .sum();
    }

    static int characters(String text) {
        return text.codePointCount(0, text.length());
    }

    private String text() {
        return Stream.concat(prompt.stream().map(Message::content), answers.stream())
                .collect(Collectors.joining("\n"));
    }
}
