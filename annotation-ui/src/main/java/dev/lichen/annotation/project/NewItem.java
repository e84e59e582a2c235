package dev.lichen.annotation.project;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.annotation.store.CanonicalJson;
import dev.lichen.annotation.store.Sha256;
import dev.lichen.datasets.Answer;
import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.InvalidRecordException;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.split.PromptKey;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A prompt and its answers, on the way into a project.
 *
 * @param prompt at least one message
 * @param answers 2 to 9, whose order is that of the slots; or none: people are to write one
 * @param attributes id, language, source and unknown fields
 * @param priority higher comes first
 */
public record NewItem(List<Message> prompt, List<Answer> answers, Attributes attributes, int priority) {

    static final int MOST_ANSWERS = 9;

    /** Longer texts do not fit a column of every database. */
    static final int LONGEST_TEXT = 1_000_000;

    public NewItem {
        prompt = List.copyOf(prompt);
        answers = List.copyOf(answers);
        if (answers.size() == 1 || answers.size() > MOST_ANSWERS) {
            throw new InvalidRecordException(
                    "Bad item", answers.size() + " answers", "2 to " + MOST_ANSWERS + ", or none");
        }
        if (answers.stream().anyMatch(answer -> answer.content().length() > LONGEST_TEXT)
                || prompt.stream()
                                .mapToInt(message -> message.content().length())
                                .sum()
                        > LONGEST_TEXT / 2) {
            throw new InvalidRecordException(
                    "Bad item", "a longer text", "answers of at most " + LONGEST_TEXT + " characters, prompts of half");
        }
    }

    /**
     * Returns the hash of the prompt and the answers: the same item twice has the same, however its characters are composed
     * and whatever white space stands in its prompt.
     */
    public String contentSha256() {
        ObjectNode content = CanonicalJson.object().put("prompt", PromptKey.of(prompt));
        ArrayNode texts = content.putArray("answers");
        answers.forEach(answer -> texts.add(composed(answer)));
        return Sha256.of(CanonicalJson.write(content));
    }

    private static String composed(Answer answer) {
        return Normalizer.normalize(answer.content(), Normalizer.Form.NFC).strip();
    }

    /** Returns all that people read of it. */
    String text() {
        return Stream.concat(
                        prompt.stream().map(Message::content), answers.stream().map(Answer::content))
                .collect(Collectors.joining("\n"));
    }

    ArrayNode promptJson() {
        ArrayNode messages = JsonNodeFactory.instance.arrayNode();
        prompt.forEach(message -> messages.add(message.toJson()));
        return messages;
    }

    /** Returns the slot as which an answer is shown: the first one with the same text. */
    int shownAs(int slot) {
        String text = composed(answers.get(slot));
        return IntStream.range(0, slot + 1)
                .filter(other -> composed(answers.get(other)).equals(text))
                .findFirst()
                .orElseThrow();
    }

    /** Returns whether there is nothing to rank, but an answer to be written. */
    public boolean isToWrite() {
        return answers.isEmpty();
    }

    /** Returns how many different answers there are. */
    int distinctAnswers() {
        return (int) IntStream.range(0, answers.size())
                .filter(slot -> shownAs(slot) == slot)
                .count();
    }
}
