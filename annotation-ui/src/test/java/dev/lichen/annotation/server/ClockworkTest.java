package dev.lichen.annotation.server;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ClockworkTest {

    @Test
    void roundThatFailsIsFollowedByTheNext() throws InterruptedException {
        CountDownLatch rounds = new CountDownLatch(3);
        try (Clockwork clockwork = new Clockwork("test")) {
            clockwork.atOnceAndEvery(Duration.ofMillis(1), () -> {
                rounds.countDown();
                throw new IllegalStateException("a fault, on purpose");
            });
            assertTrue(rounds.await(30, TimeUnit.SECONDS), "so many rounds are missing: " + rounds.getCount());
        }
    }
}
