package dev.lichen.annotation.queue;

import dev.lichen.annotation.store.CanonicalJson;
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
 * for the reverse; a pair with an unranked answer counts as reversed where the expected order has it.
 */
final class GoldCheck {

    private final Database database;

    GoldCheck(Database database) {
        this.database = database;
    }

    /** What is known of a gold item. */
    private record Key(List<@Nullable Integer> expected, double tolerance, String explanation) {}

    /** Returns how a verdict compares, if the item is gold; the expected tiers by position. */
    Optional<Feedback> compare(UUID item, Verdict verdict) {
        return key(item).map(key -> {
            List<@Nullable Integer> expected = new ArrayList<>();
            verdict.setting()
                    .order()
                    .forEach(slot -> expected.add(key.expected().get(slot)));
            boolean passed = !verdict.tiers().isEmpty() && distance(key.expected(), verdict.tiers()) <= key.tolerance();
            return new Feedback(passed, expected, key.explanation());
        });
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

    private Optional<Key> key(UUID item) {
        return database.jdbc()
                .sql("select * from gold_key where item_id = ?")
                .param(item)
                .query((row, n) -> new Key(
                        tiers(row.getString("expected")), row.getDouble("tolerance"), row.getString("explanation")))
                .optional();
    }

    private static List<@Nullable Integer> tiers(String json) {
        List<@Nullable Integer> tiers = new ArrayList<>();
        CanonicalJson.tree(json).forEach(tier -> tiers.add(tier.isNull() ? null : tier.intValue()));
        return tiers;
    }
}
