package dev.lichen.annotation.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.annotation.TestClock;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdentifiersTest {

    @Test
    void identifierIsOfVersion7AndLaterOnesSortLater() {
        TestClock clock = new TestClock();
        Identifiers identifiers = new Identifiers(clock, new SplittableRandom(1));
        UUID first = identifiers.next();
        clock.advance(Duration.ofMillis(1));
        UUID second = identifiers.next();
        assertEquals(7, first.version());
        assertEquals(2, first.variant());
        assertEquals(clock.millis() - 1, first.getMostSignificantBits() >>> 16);
        assertTrue(first.toString().compareTo(second.toString()) < 0);
    }
}
