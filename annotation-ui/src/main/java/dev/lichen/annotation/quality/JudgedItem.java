package dev.lichen.annotation.quality;

import dev.lichen.annotation.queue.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person's verdict on an item, as far as figures need it.
 *
 * @param user who judged
 * @param event the number of its event in the ledger
 * @param circumstances how the item came to the person
 * @param tiers the tier of each slot, null not ranked; empty unless answers were put in an order
 * @param order the slot shown at each position
 */
record JudgedItem(
        UUID user,
        long event,
        Circumstances circumstances,
        List<@Nullable Integer> tiers,
        List<@Nullable Integer> order) {

    /** A pair of slots that the person ordered strictly, of the item's answers as shown. */
    record OrderedPair(JudgedItem judged, int better, int worse) {

        int position(int slot) {
            return judged.order().indexOf(slot);
        }
    }

    Purpose purpose() {
        return circumstances.purpose();
    }

    boolean shownHere() {
        return circumstances.shownHere();
    }

    /** Returns whether answers were put in an order. */
    boolean isRanked() {
        return !tiers.isEmpty();
    }

    /** Returns the strictly ordered pairs; an answer that was merged into another one was not shown and counts not. */
    List<OrderedPair> pairs() {
        List<OrderedPair> pairs = new ArrayList<>();
        for (Integer first : order) {
            for (Integer second : order) {
                Integer better = tier(first);
                Integer worse = tier(second);
                if (first != null && second != null && better != null && worse != null && better < worse) {
                    pairs.add(new OrderedPair(this, first, second));
                }
            }
        }
        return pairs;
    }

    /** Returns whether this verdict has a pair in the same order; nothing if it ties them or leaves one out. */
    Optional<Boolean> sameOrder(OrderedPair pair) {
        Integer better = tier(pair.better());
        Integer worse = tier(pair.worse());
        return better == null || worse == null || better.equals(worse) ? Optional.empty() : Optional.of(better < worse);
    }

    private @Nullable Integer tier(@Nullable Integer slot) {
        return slot == null || tiers.isEmpty() ? null : tiers.get(slot);
    }
}
