package dev.lichen.annotation.api;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Bounds how often each caller comes: a bucket of {@code burst} calls that fills up again at {@code perMinute}.
 *
 * <p>Kept in memory, so that a restart forgives; buckets that are full again are forgotten.
 */
final class RequestRates {

    private static final int MOST_BUCKETS = 10_000;
    private static final double MILLISECONDS_A_MINUTE = Duration.ofMinutes(1).toMillis();

    private final ConcurrentMap<String, Bucket> buckets = new ConcurrentHashMap<>();
    private final Clock clock;
    private final int burst;
    private final double perMillisecond;

    RequestRates(Clock clock, int burst, int perMinute) {
        this.clock = clock;
        this.burst = burst;
        this.perMillisecond = perMinute / MILLISECONDS_A_MINUTE;
    }

    /** What is left at a moment, in calls. */
    private record Bucket(double left, long at) {}

    /** Takes a call out of a caller's bucket, or returns false if there is none left. */
    boolean take(String caller) {
        if (buckets.size() > MOST_BUCKETS) {
            buckets.values().removeIf(bucket -> filled(bucket).left() >= burst);
        }
        boolean[] taken = new boolean[1];
        buckets.compute(caller, (_, old) -> {
            Bucket now = filled(old == null ? new Bucket(burst, clock.millis()) : old);
            taken[0] = now.left() >= 1;
            return taken[0] ? new Bucket(now.left() - 1, now.at()) : now;
        });
        return taken[0];
    }

    /** Returns whether a caller's bucket is empty. */
    boolean isExhausted(String caller) {
        Bucket bucket = buckets.get(caller);
        return bucket != null && filled(bucket).left() < 1;
    }

    /** Returns how long it takes until there is a call in a caller's bucket. */
    Duration waitFor(String caller) {
        Bucket bucket = buckets.get(caller);
        double missing = bucket == null ? 0 : Math.max(0, 1 - filled(bucket).left());
        return Duration.ofMillis((long) Math.ceil(missing / perMillisecond));
    }

    private Bucket filled(Bucket old) {
        long now = clock.millis();
        return new Bucket(Math.min(burst, old.left() + Math.max(0, now - old.at()) * perMillisecond), now);
    }
}
