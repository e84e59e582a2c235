package dev.lichen.annotation.server;

import dev.lichen.LichenException;
import dev.lichen.annotation.errand.ErrandFolder;
import dev.lichen.annotation.errand.Errands;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs what commands at the terminal leave for the app to do; in a thread of its own, as a backup may take minutes. */
final class ErrandRounds implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ErrandRounds.class);
    private static final long GLANCE_MILLISECONDS = 250;

    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("errands").factory());
    private final Future<?> round;

    ErrandRounds(ErrandFolder folder, Errands errands) {
        round = clockwork.scheduleWithFixedDelay(
                () -> attempt(folder, errands), GLANCE_MILLISECONDS, GLANCE_MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        round.cancel(false);
        clockwork.shutdown();
    }

    private static void attempt(ErrandFolder folder, Errands errands) {
        try {
            folder.runAll(errands);
        } catch (LichenException e) {
            LOG.warn("An errand could not be read: {}", e.getMessage());
        }
    }
}
