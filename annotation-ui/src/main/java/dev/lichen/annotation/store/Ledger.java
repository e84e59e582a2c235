package dev.lichen.annotation.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Appends events to the hash chain.
 *
 * <p>The head is one row, locked from the append to the end of the transaction, so that events have no gaps and no forks;
 * append last in a transaction, to hold it shortly.
 */
public final class Ledger {

    private final Database database;
    private final Clock clock;

    public Ledger(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Returns the current time as the database keeps it, to the millisecond. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * Appends an event, in the transaction that is open or in one of its own.
     *
     * @param actor who did it; null for the program itself
     * @param payload a record, map or JSON tree
     */
    public LedgerEvent append(@Nullable UUID actor, EventKind kind, String subject, Object payload) {
        return database.transaction(() -> {
            LedgerHead head = head(" for update");
            LedgerEvent event = new LedgerEvent(
                            head.seq() + 1, now(), actor, kind, subject, CanonicalJson.write(payload), head.hash(), "")
                    .hashed();
            insert(event);
            database.jdbc()
                    .sql("update ledger_head set seq = ?, hash = ? where id = 1")
                    .params(event.seq(), event.hash())
                    .update();
            return event;
        });
    }

    /** Returns the newest row. */
    public LedgerHead head() {
        return head("");
    }

    /** Returns the head as it was at a past event, if there was one of this hash. */
    public Optional<LedgerHead> headOf(String hash) {
        return headWhere("hash = ?", hash);
    }

    /**
     * Returns the head at a moment that is given as the hash of an event, its number, or a time (ISO 8601); of a time, the
     * head before the first event that is later.
     */
    public Optional<LedgerHead> headAt(String moment) {
        if (moment.matches("\\d{1,18}")) {
            return headWhere("seq = ?", Long.valueOf(moment));
        }
        Optional<LedgerHead> known = headOf(moment);
        return known.isPresent() ? known : time(moment).flatMap(this::headBefore);
    }

    private Optional<LedgerHead> headBefore(Instant time) {
        Long later = database.jdbc()
                .sql("select min(seq) as later from ledger_event where happened_at > ?")
                .param(Timestamps.column(time))
                .query((row, n) -> row.getObject("later", Long.class))
                .list()
                .getFirst();
        if (later == null) {
            return Optional.of(head());
        }
        return later == 1 ? Optional.of(LedgerHead.EMPTY) : headWhere("seq = ?", later - 1);
    }

    private Optional<LedgerHead> headWhere(String condition, Object value) {
        return database.jdbc()
                .sql("select seq, hash from ledger_event where " + condition)
                .param(value)
                .query((row, n) -> new LedgerHead(row.getLong("seq"), row.getString("hash")))
                .optional();
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException notATime) {
            return Optional.empty();
        }
    }

    /** Returns events after a number, oldest first. */
    public List<LedgerEvent> after(long seq, int limit) {
        return database.jdbc()
                .sql("select * from ledger_event where seq > ? order by seq limit ?")
                .params(seq, limit)
                .query((row, n) -> read(row))
                .list();
    }

    static LedgerEvent read(ResultSet row) throws SQLException {
        return new LedgerEvent(
                row.getLong("seq"),
                Timestamps.read(row, "happened_at"),
                row.getObject("actor_id", UUID.class),
                EventKind.valueOf(row.getString("kind")),
                row.getString("subject"),
                row.getString("payload"),
                row.getString("previous_hash"),
                row.getString("hash"));
    }

    private LedgerHead head(String lock) {
        return database.jdbc()
                .sql("select seq, hash from ledger_head where id = 1" + lock)
                .query((row, n) -> new LedgerHead(row.getLong("seq"), row.getString("hash")))
                .single();
    }

    private void insert(LedgerEvent event) {
        database.jdbc()
                .sql(
                        "insert into ledger_event (seq, happened_at, actor_id, kind, subject, payload, previous_hash, hash)"
                                + " values (:seq, :at, :actor, :kind, :subject, :payload, :previous, :hash)")
                .param("seq", event.seq())
                .param("at", Timestamps.column(event.happenedAt()))
                .param("actor", event.actor())
                .param("kind", event.kind().name())
                .param("subject", event.subject())
                .param("payload", event.payload())
                .param("previous", event.previousHash())
                .param("hash", event.hash())
                .update();
    }
}
