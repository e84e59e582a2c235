package dev.lichen.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StopRequestTest {

    private static final long PATIENCE_SECONDS = 30;

    private final AtomicInteger stoppedAtOnce = new AtomicInteger();
    private final StopRequest stop = new StopRequest(stoppedAtOnce::incrementAndGet);

    @Test
    void theFirstRequestOnlyAsks() {
        assertFalse(stop.isRequested());

        stop.request();

        assertTrue(stop.isRequested());
        assertEquals(0, stoppedAtOnce.get());
    }

    @Test
    void theSecondRequestStopsAtOnce() {
        stop.request();
        stop.request();

        assertEquals(1, stoppedAtOnce.get());
    }

    @Test
    void signalsBecomeRequests() throws Exception {
        CountDownLatch second = new CountDownLatch(1);
        StopRequest request = new StopRequest(second::countDown);
        try (StopSignals _ = new StopSignals(request)) {
            raise("TERM");
            while (!request.isRequested()) {
                Thread.onSpinWait();
            }
            raise("TERM"); // not INT: a process that a shell starts in the background ignores it
            assertTrue(second.await(PATIENCE_SECONDS, TimeUnit.SECONDS), "heard one signal only");
        }
    }

    private static void raise(String name) throws ReflectiveOperationException {
        Class<?> type = Class.forName("sun.misc.Signal");
        type.getMethod("raise", type)
                .invoke(null, type.getConstructor(String.class).newInstance(name));
    }
}
