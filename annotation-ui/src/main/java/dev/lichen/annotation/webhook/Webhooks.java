package dev.lichen.annotation.webhook;

import dev.lichen.annotation.account.Access;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.store.Database;
import dev.lichen.annotation.store.EventKind;
import dev.lichen.annotation.store.Identifiers;
import dev.lichen.annotation.store.Ledger;
import dev.lichen.annotation.store.Timestamps;
import java.net.URI;
import java.net.URISyntaxException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Keeps the webhooks of projects, and shows what was sent. */
public final class Webhooks {

    private static final int LONGEST_ADDRESS = 2000;
    private static final int SECRET_BYTES = 32;

    private final Parts parts;

    /**
     * What webhooks stand on.
     *
     * @param database where they are kept
     * @param ledger the chain
     * @param access who may make them
     * @param identifiers names what is new
     * @param secrets a cryptographically strong source
     * @param addresses says which hosts may be called
     */
    public record Parts(
            Database database,
            Ledger ledger,
            Access access,
            Identifiers identifiers,
            RandomGenerator secrets,
            PublicAddresses addresses) {}

    public Webhooks(Parts parts) {
        this.parts = parts;
    }

    /**
     * Adds a webhook to a project, for events from now on, and returns the secret of its signatures, which is shown once.
     *
     * @throws WebhookException if the address is none, or must not be called
     */
    public String add(UUID actor, UUID project, String address, Set<WebhookEvent> events) {
        parts.access().require(actor, project, Role.ADMIN);
        URI uri = checked(address.strip());
        if (events.isEmpty()) {
            throw new WebhookException("Bad webhook: expected at least one event");
        }
        String secret = secret();
        UUID id = parts.identifiers().next();
        parts.database().inTransaction(() -> {
            followFromNowIfFirst();
            insert(id, actor, project, uri.toString(), secret, events);
            note(actor, project, Map.of("added", id, "host", String.valueOf(uri.getHost())));
        });
        return secret;
    }

    /** Returns the webhooks of a project, oldest first. */
    public List<Webhook> list(UUID actor, UUID project) {
        parts.access().require(actor, project, Role.ADMIN);
        return parts.database()
                .jdbc()
                .sql("select * from webhook where project_id = ? order by created_at, id")
                .param(project)
                .query((row, n) -> read(row))
                .list();
    }

    /** Removes a webhook with all that was or is to be sent. */
    public void remove(UUID actor, UUID project, UUID webhook) {
        parts.access().require(actor, project, Role.ADMIN);
        parts.database().inTransaction(() -> {
            parts.database()
                    .jdbc()
                    .sql("delete from webhook_delivery where webhook_id in"
                            + " (select id from webhook where id = ? and project_id = ?)")
                    .params(webhook, project)
                    .update();
            int removed = parts.database()
                    .jdbc()
                    .sql("delete from webhook where id = ? and project_id = ?")
                    .params(webhook, project)
                    .update();
            if (removed == 1) {
                note(actor, project, Map.of("removed", webhook));
            }
        });
    }

    /** Returns the newest messages of a project's webhooks, newest first. */
    public List<Delivery> deliveries(UUID actor, UUID project, int limit) {
        parts.access().require(actor, project, Role.ADMIN);
        return parts.database()
                .jdbc()
                .sql("select d.* from webhook_delivery d join webhook w on w.id = d.webhook_id where w.project_id = ?"
                        + " order by d.created_at desc, d.place desc limit ?")
                .params(project, limit)
                .query((row, n) -> delivery(row))
                .list();
    }

    private URI checked(String address) {
        try {
            URI uri = new URI(address);
            boolean well = ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && address.length() <= LONGEST_ADDRESS;
            if (well) {
                parts.addresses().of(uri.getHost());
                return uri;
            }
        } catch (URISyntaxException e) {
            throw bad(address);
        }
        throw bad(address);
    }

    private static WebhookException bad(String address) {
        return new WebhookException("Bad address: found \"" + address + "\", expected https://HOST/PATH");
    }

    private String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        parts.secrets().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Nobody followed the ledger while there was nobody to tell. */
    private void followFromNowIfFirst() {
        parts.database()
                .jdbc()
                .sql("update webhook_cursor set seq = ? where id = 1 and not exists (select 1 from webhook)")
                .param(parts.ledger().head().seq())
                .update();
    }

    private void insert(UUID id, UUID actor, UUID project, String address, String secret, Set<WebhookEvent> events) {
        String words = events.stream().sorted().map(WebhookEvent::word).collect(Collectors.joining(" "));
        parts.database()
                .jdbc()
                .sql("insert into webhook (id, project_id, address, secret, events, since_seq, created_by, created_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id,
                        project,
                        address,
                        secret,
                        words,
                        parts.ledger().head().seq(),
                        actor,
                        Timestamps.column(parts.ledger().now()))
                .update();
    }

    private void note(UUID actor, UUID project, Map<String, ?> what) {
        parts.ledger().append(actor, EventKind.WEBHOOK_CHANGED, "project/" + project, what);
    }

    static Set<WebhookEvent> events(String words) {
        return Arrays.stream(words.split(" "))
                .flatMap(word -> WebhookEvent.of(word).stream())
                .collect(Collectors.toSet());
    }

    private static Webhook read(ResultSet row) throws SQLException {
        return new Webhook(
                row.getObject("id", UUID.class),
                row.getObject("project_id", UUID.class),
                row.getString("address"),
                events(row.getString("events")),
                Timestamps.read(row, "created_at"));
    }

    static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                row.getObject("id", UUID.class),
                row.getObject("webhook_id", UUID.class),
                row.getString("event"),
                row.getString("body"),
                row.getString("state"),
                row.getInt("attempts"),
                Timestamps.read(row, "next_at"),
                row.getString("outcome"),
                Timestamps.read(row, "created_at"));
    }
}
