package dev.lichen.training;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Goes on by the same duration each time it is asked. */
public final class SteppingClock extends Clock {

    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    private final Duration tick;
    private Instant next = START;

    /** Makes a clock at the beginning of 2025, in UTC. */
    public SteppingClock(Duration tick) {
        this.tick = tick;
    }

    @Override
    public Instant instant() {
        Instant now = next;
        next = next.plus(tick);
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("this clock has one zone");
    }
}
