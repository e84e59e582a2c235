package dev.lichen.annotation.webhook;

import dev.lichen.LichenException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Follows and sends every second, in a thread of its own: a slow receiver keeps nobody else waiting. */
public final class WebhookRounds implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookRounds.class);

    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("webhooks").factory());
    private final WebhookFollower follower;
    private final WebhookSender sender;
    private final Future<?> rounds;

    /** Begins at once. */
    public WebhookRounds(WebhookFollower follower, WebhookSender sender) {
        this.follower = follower;
        this.sender = sender;
        this.rounds = clockwork.scheduleWithFixedDelay(this::round, 1, 1, TimeUnit.SECONDS);
    }

    /** A round that fails, because the database is away, does not end the rounds. */
    private void round() {
        try {
            while (follower.follow()) {
                LOG.debug("There is more to follow");
            }
            sender.send();
        } catch (DataAccessException | TransactionException | LichenException e) {
            LOG.warn("A round of webhooks failed and is tried again: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        rounds.cancel(false);
        clockwork.shutdown();
    }
}
