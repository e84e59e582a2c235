package dev.lichen.annotation.queue;

import dev.lichen.annotation.project.GoldKey;
import dev.lichen.annotation.project.GoldKeys;
import dev.lichen.annotation.store.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Compares judgements with the known order of gold items.
 *
 * <p>The distance is the share of pairs that are ordered otherwise: 0 for the same order, ½ for a tie against an order, 1
 * for the reverse; a pair with an unranked answer counts as reversed where the expected order has it. Who ranked nothing, as
 * with "all are bad", did not give the expected order, which every key has.
 */
public final class GoldCheck {

    private final GoldKeys keys;

    GoldCheck(Database database) {
        this.keys = new GoldKeys(database);
    }

    /** Returns how a verdict compares, if the item is gold; the expected tiers by position. */
    Optional<Feedback> compare(UUID item, Verdict verdict) {
        return keys.find(item).map(key -> {
            List<@Nullable Integer> right = key.expected().values();
            List<@Nullable Integer> expected = new ArrayList<>();
            verdict.setting().order().forEach(slot -> expected.add(right.get(slot)));
            return new Feedback(passes(key, verdict.tiers()), expected, key.explanation());
        });
    }

    /** Returns whether an order, by slot, is within the tolerance; none at all, as an empty list, is not. */
    public static boolean passes(GoldKey key, List<@Nullable Integer> tiers) {
        return !tiers.isEmpty() && distance(key.expected().values(), tiers) <= key.tolerance();
    }

    static double distance(List<@Nullable Integer> expected, List<@Nullable Integer> found) {
        double off = 0;
        int pairs = 0;
        for (int first = 0; first < expected.size(); first++) {
            for (int second = first + 1; second < expected.size(); second++) {
                Integer right = order(expected, first, second);
                if (right != null) {
                    Integer said = order(found, first, second);
                    off += said == null ? 1 : Math.abs(right - said) / 2.0;
                    pairs++;
                }
            }
        }
        return pairs == 0 ? 0 : off / pairs;
    }

    /** Returns −1, 0 or 1 for better, tied or worse, or null where one of the two is not ranked. */
    private static @Nullable Integer order(List<@Nullable Integer> tiers, int first, int second) {
        Integer a = tiers.get(first);
        Integer b = tiers.get(second);
        return a == null || b == null ? null : Integer.signum(a.compareTo(b));
    }
}
