package dev.lichen.annotation.webhook;

import dev.lichen.annotation.store.Database;
import dev.lichen.annotation.store.Ledger;
import dev.lichen.annotation.store.Timestamps;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Sends what waits, and again after 10 s, 1 min, 5 min, 30 min, 2 h and 6 h; then it gives up.
 *
 * <p>A message is taken by a guarded update before it is sent, so that two apps on one database do not both send it.
 */
public final class WebhookSender {

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6));

    /** Longer than an attempt takes; after a crash in between it is made again. */
    private static final Duration TAKEN = Duration.ofMinutes(2);

    private static final int AT_ONCE = 20;
    private static final int GONE = 410;
    private static final int LONGEST_OUTCOME = 500;

    private final Database database;
    private final Ledger ledger;
    private final WebhookCall call;

    /** Creates the sender; its ledger tells the time. */
    public WebhookSender(Database database, Ledger ledger, PublicAddresses addresses) {
        this.database = database;
        this.ledger = ledger;
        this.call = new WebhookCall(addresses, WebhookCall.USUAL_LIMIT);
    }

    /** Where a message goes, and the secret that signs it. */
    private record Target(URI address, String secret) {}

    /** What an attempt gave. */
    private record Outcome(boolean taken, boolean forGood, String words) {}

    /** Sends what is due; returns how many messages were taken by their receivers. */
    public int send() {
        List<Delivery> due = database.jdbc()
                .sql(
                        "select * from webhook_delivery where state = 'WAITING' and next_at <= ? order by next_at, place limit ?")
                .params(Timestamps.column(ledger.now()), AT_ONCE)
                .query((row, n) -> Webhooks.delivery(row))
                .list();
        return (int) due.stream().filter(this::take).filter(this::attempt).count();
    }

    private boolean take(Delivery delivery) {
        Instant now = ledger.now();
        return database.transaction(() -> database.jdbc()
                        .sql("update webhook_delivery set attempts = attempts + 1, next_at = ? where id = ?"
                                + " and state = 'WAITING' and attempts = ?")
                        .params(Timestamps.column(now.plus(TAKEN)), delivery.id(), delivery.attempts())
                        .update())
                == 1;
    }

    private boolean attempt(Delivery delivery) {
        Optional<Target> target = target(delivery.webhook());
        Outcome outcome = target.map(to -> post(delivery, to)).orElse(new Outcome(false, true, "removed"));
        boolean last = outcome.forGood() || delivery.attempts() >= PAUSES.size();
        String state = outcome.taken() ? "DELIVERED" : last ? "FAILED" : "WAITING";
        Instant next = ledger.now().plus(last ? Duration.ZERO : PAUSES.get(delivery.attempts()));
        String words = outcome.words();
        database.inTransaction(() -> database.jdbc()
                .sql("update webhook_delivery set state = ?, next_at = ?, outcome = ? where id = ?")
                .params(
                        state,
                        Timestamps.column(next),
                        words.substring(0, Math.min(words.length(), LONGEST_OUTCOME)),
                        delivery.id())
                .update());
        return outcome.taken();
    }

    private Outcome post(Delivery delivery, Target target) {
        long timestamp = ledger.now().getEpochSecond();
        Map<String, String> headers = Map.of(
                "Lichen-Event", delivery.event(),
                "Lichen-Delivery", delivery.id().toString(),
                "Lichen-Timestamp", String.valueOf(timestamp),
                "Lichen-Signature", Signature.of(target.secret(), timestamp, delivery.body()));
        try {
            int status = call.post(target.address(), headers, delivery.body());
            return new Outcome(status / 100 == 2, status == GONE, "HTTP " + status);
        } catch (IOException e) {
            String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            return new Outcome(false, false, reason);
        } catch (WebhookException e) {
            return new Outcome(false, false, String.valueOf(e.getMessage()));
        }
    }

    private Optional<Target> target(UUID webhook) {
        return database.jdbc()
                .sql("select address, secret from webhook where id = ?")
                .param(webhook)
                .query((row, n) -> new Target(URI.create(row.getString("address")), row.getString("secret")))
                .optional();
    }
}
