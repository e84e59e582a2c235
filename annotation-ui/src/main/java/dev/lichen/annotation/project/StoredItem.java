package dev.lichen.annotation.project;

import dev.lichen.annotation.store.Sha256;
import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.Message;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An item as the project's staff see it, with what annotators must not know.
 *
 * @param id identifies it in the store
 * @param number its place in the order of import, from 1
 * @param prompt the messages before the answers
 * @param answers in slots
 * @param attributes id, language, source and unknown fields
 * @param state OPEN, FULL, HELD, IDENTICAL or GOLD
 * @param holdReason why it is held; null if it is not
 */
public record StoredItem(
        UUID id,
        long number,
        List<Message> prompt,
        List<StoredAnswer> answers,
        Attributes attributes,
        String state,
        @Nullable String holdReason) {

    public StoredItem {
        prompt = List.copyOf(prompt);
        answers = List.copyOf(answers);
    }

    /** Returns the distinct answers in an order that says nothing of who wrote them: that of a hash of item and text. */
    public List<StoredAnswer> lettered() {
        return answers.stream()
                .filter(answer -> answer.slot() == answer.shownAs())
                .sorted(Comparator.comparing(
                        answer -> Sha256.of(id + " " + answer.answer().content())))
                .toList();
    }
}
