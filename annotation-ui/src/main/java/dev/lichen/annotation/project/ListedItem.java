package dev.lichen.annotation.project;

import dev.lichen.datasets.Message;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An item in a list, without its answers.
 *
 * @param id identifies it in the store
 * @param number its place in the order of import, from 1
 * @param prompt the messages before the answers
 * @param answers K, how many there are
 * @param language of the item; null if it is not known
 * @param source where it comes from; null if that is not known, or not for whoever asks
 * @param state whether it is handed out
 * @param holdReason why it is held; null if it is not
 * @param handling how it is handed out
 */
public record ListedItem(
        UUID id,
        long number,
        List<Message> prompt,
        int answers,
        @Nullable String language,
        @Nullable String source,
        ItemState state,
        @Nullable String holdReason,
        Handling handling) {

    /**
     * How an item is handed out.
     *
     * @param priority higher comes first
     * @param overlap how many people are to judge it
     * @param judged how many have, as gold if it is gold
     * @param gold whether its order is known
     */
    public record Handling(int priority, int overlap, long judged, boolean gold) {

        /** Returns how many have judged it, of how many; a gold item is for everybody. */
        public String progress() {
            return gold ? String.valueOf(judged) : judged + " / " + overlap;
        }

        Handling withJudged(long count) {
            return new Handling(priority, overlap, count, gold);
        }
    }

    public ListedItem {
        prompt = List.copyOf(prompt);
    }

    ListedItem with(Handling other) {
        return new ListedItem(id, number, prompt, answers, language, source, state, holdReason, other);
    }
}
