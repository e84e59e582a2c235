package dev.lichen.annotation.api;

import dev.lichen.annotation.store.Database;
import dev.lichen.annotation.store.Ledger;
import dev.lichen.annotation.store.Timestamps;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Keeps, for a week, what calls with a key were answered. */
final class IdempotentAnswers {

    private static final Duration KEPT = Duration.ofDays(7);

    private final Database database;
    private final Ledger ledger;

    IdempotentAnswers(Database database, Ledger ledger) {
        this.database = database;
        this.ledger = ledger;
    }

    /** What a call was, and what it was answered. */
    record Kept(String requestSha256, int status, String contentType, String body) {}

    /**
     * Begins a call, or returns what it was answered before; a call of the same key that is under way elsewhere is waited
     * for. In the transaction of the call.
     */
    Optional<Kept> begin(UUID token, String key, String requestSha256) {
        forgetOld();
        int begun = database.jdbc()
                .sql(
                        "insert into idempotent_answer (token_id, idempotency_key, request_sha256, status, content_type, body,"
                                + " answered_at) values (?, ?, ?, 0, '', '', ?) on conflict do nothing")
                .params(token, key, requestSha256, Timestamps.column(ledger.now()))
                .update();
        return begun == 1 ? Optional.empty() : Optional.of(find(token, key));
    }

    void finish(UUID token, String key, int status, String contentType, String body) {
        database.jdbc()
                .sql("update idempotent_answer set status = ?, content_type = ?, body = ?"
                        + " where token_id = ? and idempotency_key = ?")
                .params(status, contentType, body, token, key)
                .update();
    }

    private Kept find(UUID token, String key) {
        return database.jdbc()
                .sql("select * from idempotent_answer where token_id = ? and idempotency_key = ?")
                .params(token, key)
                .query((row, n) -> new Kept(
                        row.getString("request_sha256"),
                        row.getInt("status"),
                        row.getString("content_type"),
                        row.getString("body")))
                .single();
    }

    private void forgetOld() {
        database.jdbc()
                .sql("delete from idempotent_answer where answered_at < ?")
                .param(Timestamps.column(ledger.now().minus(KEPT)))
                .update();
    }
}
