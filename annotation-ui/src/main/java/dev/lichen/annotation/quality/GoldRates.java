package dev.lichen.annotation.quality;

import dev.lichen.annotation.project.GoldKey;
import dev.lichen.annotation.queue.GoldCheck;
import dev.lichen.annotation.queue.Purpose;
import dev.lichen.datasets.statistics.ClusterBootstrap;
import dev.lichen.datasets.statistics.Estimate;
import dev.lichen.datasets.statistics.Interval;
import dev.lichen.datasets.statistics.Statistic;
import dev.lichen.datasets.statistics.WilsonInterval;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/** Counts how many hidden gold items each person ranked within the tolerance of what is known of them now. */
final class GoldRates {

    private final Map<UUID, GoldKey> keys;
    private final Map<UUID, Checks> people = new HashMap<>();

    /** Passed among all. */
    private record Checks(long passed, long seen) {

        Checks plus(Checks other) {
            return new Checks(passed + other.passed, seen + other.seen);
        }

        Statistic share() {
            Interval interval = WilsonInterval.of((double) passed, seen, Interval.USUAL_LEVEL);
            return new Estimate((double) passed / seen, interval, seen, seen, "Wilson");
        }
    }

    GoldRates(Map<UUID, GoldKey> keys) {
        this.keys = keys;
    }

    /** Looks at an item; one that is gold no longer counts not. */
    void add(ItemWork work) {
        GoldKey key = keys.get(work.item().id());
        if (key != null) {
            work.judged().stream()
                    .filter(GoldRates::isCheck)
                    .forEach(one -> people.merge(
                            one.user(), new Checks(GoldCheck.passes(key, one.tiers()) ? 1 : 0, 1), Checks::plus));
        }
    }

    Gold shares(ClusterBootstrap bootstrap, Function<UUID, String> pseudonym) {
        ClusterRates overall = new ClusterRates();
        SortedMap<String, Checks> named = new TreeMap<>();
        people.forEach((user, checks) -> named.put(pseudonym.apply(user), checks));
        named.forEach((name, checks) -> overall.add(name, checks.passed(), checks.seen()));
        SortedMap<String, Statistic> shares = new TreeMap<>();
        named.forEach((name, checks) -> shares.put(name, checks.share()));
        return new Gold(overall.share(bootstrap), shares);
    }

    private static boolean isCheck(JudgedItem one) {
        return one.purpose() == Purpose.GOLD
                && !one.circumstances().training()
                && !one.circumstances().left();
    }
}
