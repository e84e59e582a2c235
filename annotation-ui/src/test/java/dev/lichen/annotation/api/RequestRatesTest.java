package dev.lichen.annotation.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.annotation.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RequestRatesTest {

    private final TestClock clock = new TestClock();
    private final RequestRates rates = new RequestRates(clock, 3, 60);

    @Test
    void aBurstIsLetThroughAndTheNextCallWaits() {
        for (int i = 0; i < 3; i++) {
            assertTrue(rates.take("a"));
        }
        assertFalse(rates.take("a"));
        assertTrue(rates.isExhausted("a"));
        assertEquals(Duration.ofSeconds(1), rates.waitFor("a"));
        assertTrue(rates.take("b"));
    }

    @Test
    void aBucketFillsUpAgainAndNoFurther() {
        for (int i = 0; i < 4; i++) {
            rates.take("a");
        }
        clock.advance(Duration.ofSeconds(1));
        assertTrue(rates.take("a"));
        assertFalse(rates.take("a"));
        clock.advance(Duration.ofHours(1));
        for (int i = 0; i < 3; i++) {
            assertTrue(rates.take("a"));
        }
        assertFalse(rates.take("a"));
    }

    @Test
    void aClockThatGoesBackwardsGivesNothing() {
        for (int i = 0; i < 4; i++) {
            rates.take("a");
        }
        clock.advance(Duration.ofSeconds(-100));
        assertFalse(rates.take("a"));
    }
}
