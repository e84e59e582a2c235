package dev.lichen.annotation.store;

import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Makes identifiers of version 7 (RFC 9562): 48 bits of milliseconds, then 74 random bits, so that keys made later sort
 * later and an index grows at its end.
 */
public final class Identifiers {

    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final int RANDOM_BITS_IN_HIGH = 12;

    private final Clock clock;
    private final RandomGenerator random;

    /** Creates a source of identifiers; the random source must be safe for several threads. */
    public Identifiers(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** Returns a new identifier. */
    public UUID next() {
        long high = clock.millis() << 16 | VERSION | random.nextLong() >>> (Long.SIZE - RANDOM_BITS_IN_HIGH);
        long low = VARIANT | random.nextLong() >>> 2;
        return new UUID(high, low);
    }
}
