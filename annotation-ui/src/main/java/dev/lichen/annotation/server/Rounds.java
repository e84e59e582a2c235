package dev.lichen.annotation.server;

import dev.lichen.annotation.errand.ErrandFolder;
import dev.lichen.annotation.errand.Errands;
import dev.lichen.annotation.exchange.PreparedExports;
import dev.lichen.annotation.job.Jobs;
import dev.lichen.annotation.project.Items;
import dev.lichen.annotation.queue.WorkQueue;
import dev.lichen.annotation.store.DatabaseClaim;
import dev.lichen.annotation.webhook.WebhookFollower;
import dev.lichen.annotation.webhook.WebhookSender;
import java.time.Duration;
import java.util.List;

/**
 * Does what is to be done again and again: starts waiting jobs, gives the places of expired leases back, counts, clears up;
 * runs what commands at the terminal leave for the app to do; tells other programs. A backup may take minutes and a receiver
 * of webhooks may be slow, so these two have threads of their own.
 */
final class Rounds implements AutoCloseable {

    private static final Duration GLANCE = Duration.ofMillis(250);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Clockwork housekeeping = new Clockwork("rounds");
    private final Clockwork terminal = new Clockwork("errands");
    private final Clockwork messages = new Clockwork("webhooks");

    /** What keeps the house. */
    record Housekeeping(Jobs jobs, WorkQueue queue, Items items, PreparedExports exports, DatabaseClaim claim) {}

    /** Begins. */
    Rounds(Housekeeping house, ErrandFolder folder, Errands errands, WebhookFollower follower, WebhookSender sender) {
        housekeeping.every(SECOND, house.claim()::renew);
        housekeeping.every(SECOND, house.jobs()::tick);
        housekeeping.every(MINUTE, house.queue()::sweep);
        housekeeping.atOnceAndEvery(MINUTE, house.items()::countAhead);
        housekeeping.every(MINUTE, house.exports()::sweep);
        terminal.every(GLANCE, () -> folder.runAll(errands));
        messages.every(SECOND, () -> tell(follower, sender));
    }

    @Override
    public void close() {
        List.of(housekeeping, terminal, messages).forEach(Clockwork::close);
    }

    private static void tell(WebhookFollower follower, WebhookSender sender) {
        boolean more = true;
        while (more) {
            more = follower.follow();
        }
        sender.send();
    }
}
