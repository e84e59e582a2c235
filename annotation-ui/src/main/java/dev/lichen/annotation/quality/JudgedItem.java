package dev.lichen.annotation.quality;

import dev.lichen.annotation.project.StoredItem;
import dev.lichen.annotation.queue.ImportedJudgements;
import dev.lichen.annotation.queue.Purpose;
import dev.lichen.annotation.queue.Verdict;
import dev.lichen.datasets.split.PromptKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One person's verdict on an item.
 *
 * @param user who judged
 * @param item what was judged
 * @param verdict what was said
 */
record JudgedItem(UUID user, StoredItem item, Verdict verdict) {

    /** A pair of slots that the person ordered strictly, of the item's answers as shown. */
    record OrderedPair(JudgedItem judged, int better, int worse) {

        String cluster() {
            return PromptKey.of(judged.item().prompt());
        }

        String text(int slot) {
            return judged.item().answers().get(slot).answer().content();
        }

        /** Returns whether the order of showing is known: that of judgements from elsewhere is not. */
        boolean isShownHere() {
            return !judged.verdict().setting().policy().startsWith(ImportedJudgements.POLICY);
        }

        int position(int slot) {
            return judged.verdict().setting().order().indexOf(slot);
        }
    }

    /** Returns whether answers were put in an order. */
    boolean isRanked() {
        return !verdict.tiers().isEmpty();
    }

    /** Returns why the item was given to the person. */
    Purpose purpose() {
        return verdict.setting().purpose();
    }

    /** Returns the strictly ordered pairs; an answer that was merged into another one was not shown and counts not. */
    List<OrderedPair> pairs() {
        List<OrderedPair> pairs = new ArrayList<>();
        List<Integer> shown = verdict.setting().order();
        for (int first : shown) {
            for (int second : shown) {
                Integer better = verdict.tiers().get(first);
                Integer worse = verdict.tiers().get(second);
                if (better != null && worse != null && better < worse) {
                    pairs.add(new OrderedPair(this, first, second));
                }
            }
        }
        return pairs;
    }

    /** Returns whether this verdict has a pair in the same order; nothing if it ties them or leaves one out. */
    Optional<Boolean> sameOrder(OrderedPair pair) {
        Integer better = verdict.tiers().get(pair.better());
        Integer worse = verdict.tiers().get(pair.worse());
        return better == null || worse == null || better.equals(worse) ? Optional.empty() : Optional.of(better < worse);
    }
}
