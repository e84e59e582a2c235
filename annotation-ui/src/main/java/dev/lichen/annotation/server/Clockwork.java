package dev.lichen.annotation.server;

import dev.lichen.LichenException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Does things again and again, one after the other, in a thread of its own. */
final class Clockwork implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Clockwork.class);

    private final String name;
    private final ScheduledExecutorService thread;
    private final List<Future<?>> rounds = new ArrayList<>();

    Clockwork(String name) {
        this.name = name;
        this.thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
    }

    /** Does something for the first time after a pause, and again after the same pause each time that it has ended. */
    void every(Duration pause, Runnable work) {
        every(pause, pause, work);
    }

    /** Does something at once, and again after a pause each time that it has ended. */
    void atOnceAndEvery(Duration pause, Runnable work) {
        every(Duration.ZERO, pause, work);
    }

    @Override
    public void close() {
        rounds.forEach(round -> round.cancel(false));
        thread.shutdown();
    }

    private void every(Duration first, Duration pause, Runnable work) {
        rounds.add(thread.scheduleWithFixedDelay(
                () -> attempt(work), first.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** A round that fails, whatever the reason, ends no rounds: what it did not do, the next one does. */
    private void attempt(Runnable work) {
        try {
            work.run();
        } catch (DataAccessException | LichenException expected) {
            LOG.warn("A round of {} failed and is tried again: {}", name, expected.getMessage());
        } catch (RuntimeException fault) {
            LOG.error("A round of {} failed and is tried again", name, fault);
        }
    }
}
