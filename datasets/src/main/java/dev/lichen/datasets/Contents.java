package dev.lichen.datasets;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What every kind of record has: messages, answers, a judge, attributes.
 *
 * @param prompt the messages before the answers
 * @param answers the texts that answer them
 * @param annotator the pseudonym of the person who judged, if somebody did and is named
 * @param attributes where the record comes from
 */
public record Contents(
        List<Message> prompt,
        List<String> answers,
        @Nullable String annotator,
        Attributes attributes) {

    public Contents {
        prompt = List.copyOf(prompt);
        answers = List.copyOf(answers);
    }

    /** Returns the contents of a record of any kind. */
    public static Contents of(JsonRecord jsonRecord) {
        return switch (jsonRecord) {
            case Ranking ranking ->
                new Contents(
                        ranking.prompt(),
                        ranking.answers().stream().map(Answer::content).toList(),
                        ranking.judgement().annotator(),
                        ranking.attributes());
            case Rating rating ->
                new Contents(
                        rating.prompt(),
                        List.of(rating.answer()),
                        rating.verdict().annotator(),
                        rating.attributes());
            case Prompt prompt -> new Contents(prompt.prompt(), List.of(), null, prompt.attributes());
            case Conversation conversation -> of(conversation.messages(), conversation.attributes());
            case Demonstration demonstration -> of(demonstration.messages(), demonstration.attributes());
            case Page page -> new Contents(List.of(), List.of(page.text()), null, page.attributes());
            default -> throw new IllegalArgumentException("no contents known of a " + jsonRecord.getClass());
        };
    }

    private static Contents of(List<Message> messages, Attributes attributes) {
        return messages.getLast().isFromAssistant()
                ? new Contents(
                        messages.subList(0, messages.size() - 1),
                        List.of(messages.getLast().content()),
                        null,
                        attributes)
                : new Contents(messages, List.of(), null, attributes);
    }

    /** Returns what people and models say, without instructions for the whole conversation. */
    public String text() {
        Stream<String> said =
                prompt.stream().filter(message -> message.role() != Role.SYSTEM).map(Message::content);
        return Stream.concat(said, answers.stream()).collect(Collectors.joining("\n"));
    }

    /** Returns the length of the prompt in code points. */
    public int promptCharacters() {
        return prompt.stream()
                .mapToInt(message -> characters(message.content()))
                .sum();
    }

    /** Returns the length of a text in code points. */
    public static int characters(String text) {
        return text.codePointCount(0, text.length());
    }
}
