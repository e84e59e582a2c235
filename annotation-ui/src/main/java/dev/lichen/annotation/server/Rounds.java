package dev.lichen.annotation.server;

import dev.lichen.LichenException;
import dev.lichen.annotation.exchange.PreparedExports;
import dev.lichen.annotation.job.Jobs;
import dev.lichen.annotation.project.Items;
import dev.lichen.annotation.queue.WorkQueue;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Does what is to be done again and again: starts waiting jobs, gives the places of expired leases back, counts, clears up. */
final class Rounds implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("rounds").factory());
    private final List<Future<?>> rounds;

    Rounds(Jobs jobs, WorkQueue queue, Items items, PreparedExports exports) {
        rounds = List.of(
                every(1, jobs::tick),
                every(60, queue::sweep),
                atOnceAndEvery(60, items::countAhead),
                every(60, exports::sweep));
    }

    @Override
    public void close() {
        rounds.forEach(round -> round.cancel(false));
        clockwork.shutdown();
    }

    private Future<?> every(long seconds, Runnable work) {
        return clockwork.scheduleWithFixedDelay(() -> attempt(work), seconds, seconds, TimeUnit.SECONDS);
    }

    private Future<?> atOnceAndEvery(long seconds, Runnable work) {
        return clockwork.scheduleWithFixedDelay(() -> attempt(work), 0, seconds, TimeUnit.SECONDS);
    }

    /** A round that fails, because the database is away, does not end the rounds. */
    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (DataAccessException | LichenException e) {
            LOG.warn("A round failed and is tried again: {}", e.getMessage());
        }
    }
}
