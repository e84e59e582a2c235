package dev.lichen.annotation.view;

import dev.lichen.annotation.project.GoldKey;
import dev.lichen.annotation.project.ListedItem;
import dev.lichen.annotation.project.StoredAnswer;
import dev.lichen.annotation.project.StoredItem;
import dev.lichen.annotation.queue.ItemJudgement;
import dev.lichen.annotation.queue.ShownAnswer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An item as its page shows it, its distinct answers lettered in an order of their own, so that a letter says nothing of who
 * wrote the answer.
 *
 * @param listed how it is handed out
 * @param item prompt and answers, writers' names removed
 * @param answers the distinct answers: A, B, …
 * @param gold what is known of it, if it is gold
 * @param judgements what people say of it
 */
record SeenItem(
        ListedItem listed,
        StoredItem item,
        List<StoredAnswer> answers,
        Optional<GoldKey> gold,
        List<ItemJudgement> judgements) {

    static SeenItem of(ItemDesk desk, UUID me, ItemAddress address) {
        ListedItem listed =
                desk.list().find(me, address.project().id(), address.number()).orElseThrow();
        StoredItem item = desk.items().get(me, listed.id());
        return new SeenItem(
                listed,
                item,
                item.lettered(),
                desk.gold().key(me, listed.id()),
                desk.judgements().of(me, listed.id()));
    }

    UUID id() {
        return item.id();
    }

    /** Writes an order down: {@code A > B = C}, and in brackets what was not ranked. */
    String notation(List<@Nullable Integer> tiers) {
        if (tiers.isEmpty()) {
            return "–";
        }
        String ranked = tiers.stream()
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .map(tier -> letters(tiers, tier, " = "))
                .collect(Collectors.joining(" > "));
        String unranked = letters(tiers, null, " ");
        return unranked.isEmpty() ? ranked : ranked + " (" + unranked + ")";
    }

    private String letters(List<@Nullable Integer> tiers, @Nullable Integer tier, String between) {
        return IntStream.range(0, answers.size())
                .filter(position ->
                        Objects.equals(tiers.get(answers.get(position).slot()), tier))
                .mapToObj(ShownAnswer::letter)
                .collect(Collectors.joining(between));
    }
}
