package dev.lichen.annotation.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lichen.annotation.store.CanonicalJson;
import dev.lichen.annotation.store.Database;
import dev.lichen.annotation.store.EventKind;
import dev.lichen.annotation.store.Identifiers;
import dev.lichen.annotation.store.Ledger;
import dev.lichen.annotation.store.LedgerEvent;
import dev.lichen.annotation.store.Timestamps;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Follows the ledger and writes down what is to be sent.
 *
 * <p>How far it came, and what it wrote, are one transaction: after a crash nothing is forgotten and nothing told twice.
 */
public final class WebhookFollower {

    private static final int EVENTS_AT_ONCE = 500;

    private final Database database;
    private final Ledger ledger;
    private final Identifiers identifiers;

    public WebhookFollower(Database database, Ledger ledger, Identifiers identifiers) {
        this.database = database;
        this.ledger = ledger;
        this.identifiers = identifiers;
    }

    /** An item that nobody is asked about any more, and its project. */
    private record FinishedItem(UUID item, long number, UUID project, String slug) {}

    /** Looks at what happened since the last look; returns whether there may be more. */
    public boolean follow() {
        if (nobodyListens()) {
            return false;
        }
        return database.transaction(() -> {
            long from = database.jdbc()
                    .sql("select seq from webhook_cursor where id = 1 for update")
                    .query(Long.class)
                    .single();
            List<LedgerEvent> events = ledger.after(from, EVENTS_AT_ONCE);
            events.forEach(this::look);
            if (!events.isEmpty()) {
                database.jdbc()
                        .sql("update webhook_cursor set seq = ? where id = 1")
                        .param(events.getLast().seq())
                        .update();
            }
            return events.size() == EVENTS_AT_ONCE;
        });
    }

    private boolean nobodyListens() {
        return database.jdbc()
                        .sql("select count(*) from webhook")
                        .query(Long.class)
                        .single()
                == 0;
    }

    private void look(LedgerEvent event) {
        if (event.kind() == EventKind.JUDGED || event.kind() == EventKind.ITEM_CHANGED) {
            finishedItem(event).ifPresent(item -> {
                tellOfItem(event, item);
                tellOfProject(event, item);
            });
        } else if (event.kind() == EventKind.JOB) {
            tellOfJob(event);
        }
    }

    /** The item that was judged, or of which fewer judgements are wanted, if nobody is to judge it any more. */
    private Optional<FinishedItem> finishedItem(LedgerEvent event) {
        String named = event.kind() == EventKind.JUDGED
                ? "item.id = (select item_id from judgement where judgement.id = ?)"
                : "item.id = ?";
        return database.jdbc()
                .sql("select item.id, item.number, project.id as project, project.slug from item"
                        + " join project on project.id = item.project_id"
                        + " where " + named + " and item.state = 'FULL' and not exists (select 1 from assignment"
                        + " where assignment.item_id = item.id and purpose = 'NORMAL' and assignment.state in"
                        + " ('LEASED', 'DRAFT'))")
                .param(id(event))
                .query((row, n) -> new FinishedItem(
                        row.getObject("id", UUID.class),
                        row.getLong("number"),
                        row.getObject("project", UUID.class),
                        row.getString("slug")))
                .optional();
    }

    private void tellOfItem(LedgerEvent event, FinishedItem item) {
        ObjectNode data = CanonicalJson.object().put("item", item.number()).put("ledger_seq", event.seq());
        tell(event, WebhookEvent.ITEM_FINISHED, "item/" + item.item(), item.project(), item.slug(), data);
    }

    /** A project that got more items and finished them finishes again. */
    private void tellOfProject(LedgerEvent event, FinishedItem item) {
        long waiting = count(
                "select count(*) from item where project_id = ? and (state in ('OPEN', 'HELD') or state = 'FULL' and exists"
                        + " (select 1 from assignment where assignment.item_id = item.id and purpose = 'NORMAL' and"
                        + " assignment.state in ('LEASED', 'DRAFT')))",
                item.project());
        if (waiting == 0) {
            long items = count("select count(*) from item where project_id = ?", item.project());
            ObjectNode data = CanonicalJson.object().put("items", items).put("ledger_seq", event.seq());
            String key = "project/" + item.project() + "/" + items;
            tell(event, WebhookEvent.PROJECT_FINISHED, key, item.project(), item.slug(), data);
        }
    }

    private void tellOfJob(LedgerEvent event) {
        JsonNode payload = CanonicalJson.tree(event.payload());
        if (!payload.path("what").asText().equals("ended")) {
            return;
        }
        JsonNode request = CanonicalJson.tree(payload.path("request").asText());
        String project = request.path("project").asText("");
        if (!project.isEmpty()) {
            UUID id = UUID.fromString(project);
            ObjectNode data = CanonicalJson.object()
                    .put("job", event.subject().replace("job/", ""))
                    .put("name", request.path("name").asText())
                    .put("command", request.path("command").asText())
                    .put("state", payload.path("state").asText());
            tell(event, WebhookEvent.JOB_ENDED, "event/" + event.seq(), id, slug(id), data);
        }
    }

    private void tell(LedgerEvent event, WebhookEvent what, String key, UUID project, String slug, ObjectNode data) {
        List<UUID> listeners = database
                .jdbc()
                .sql("select id, events from webhook where project_id = ? and since_seq < ?")
                .params(project, event.seq())
                .query((row, n) -> Webhooks.events(row.getString("events")).contains(what)
                        ? Optional.of(row.getObject("id", UUID.class))
                        : Optional.<UUID>empty())
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
        for (UUID webhook : listeners) {
            UUID id = identifiers.next();
            ObjectNode body = CanonicalJson.object()
                    .put("id", id.toString())
                    .put("event", what.word())
                    .put("project", slug)
                    .put("at", event.happenedAt().toString());
            body.set("data", data);
            insert(id, webhook, what, key, place(event, what), CanonicalJson.write(body));
        }
    }

    /** Of what one event tells, the item comes before its project. */
    private static long place(LedgerEvent event, WebhookEvent what) {
        return 2 * event.seq() + (what == WebhookEvent.PROJECT_FINISHED ? 1 : 0);
    }

    private void insert(UUID id, UUID webhook, WebhookEvent what, String key, long place, String body) {
        var now = Timestamps.column(ledger.now());
        database.jdbc()
                .sql("insert into webhook_delivery (id, webhook_id, event, event_key, place, body, state, attempts,"
                        + " next_at, created_at) values (?, ?, ?, ?, ?, ?, 'WAITING', 0, ?, ?) on conflict do nothing")
                .params(id, webhook, what.word(), key, place, body, now, now)
                .update();
    }

    private String slug(UUID project) {
        return database.jdbc()
                .sql("select slug from project where id = ?")
                .param(project)
                .query(String.class)
                .single();
    }

    private long count(String sql, UUID project) {
        return database.jdbc().sql(sql).param(project).query(Long.class).single();
    }

    private static UUID id(LedgerEvent event) {
        return UUID.fromString(event.subject().substring(event.subject().indexOf('/') + 1));
    }
}
