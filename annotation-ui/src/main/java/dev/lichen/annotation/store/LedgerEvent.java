package dev.lichen.annotation.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the ledger.
 *
 * @param seq its number, 1 and up without gaps
 * @param happenedAt when, to the millisecond
 * @param actor who did it; null for the program itself
 * @param kind what it is about
 * @param subject what it was done to, such as {@code project/0192…}
 * @param payload canonical JSON
 * @param previousHash the hash of the row before
 * @param hash of this row and, through {@code previousHash}, of all before it
 */
public record LedgerEvent(
        long seq,
        Instant happenedAt,
        @Nullable UUID actor,
        EventKind kind,
        String subject,
        String payload,
        String previousHash,
        String hash) {

    /** Returns the hash that the other components must have. */
    String computedHash() {
        var content = CanonicalJson.object()
                .put("actor", actor == null ? null : actor.toString())
                .put("at", happenedAt.toString())
                .put("kind", kind.name())
                .put("payload", payload)
                .put("seq", seq)
                .put("subject", subject);
        return Sha256.of(previousHash + CanonicalJson.write(content));
    }

    LedgerEvent hashed() {
        return new LedgerEvent(seq, happenedAt, actor, kind, subject, payload, previousHash, computedHash());
    }
}
