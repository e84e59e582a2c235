package dev.lichen.annotation.queue;

import dev.lichen.annotation.account.Access;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.store.Database;
import dev.lichen.annotation.store.EventKind;
import dev.lichen.annotation.store.Identifiers;
import dev.lichen.annotation.store.Ledger;
import dev.lichen.annotation.store.Timestamps;
import java.util.Map;
import java.util.UUID;

/**
 * Accepts judgements or returns them to their annotators with a reason; a returned one stands until it is corrected, and
 * its correction is a new revision.
 */
public final class Reviews {

    private final Database database;
    private final Ledger ledger;
    private final Access access;
    private final Identifiers identifiers;

    public Reviews(Database database, Ledger ledger, Access access, Identifiers identifiers) {
        this.database = database;
        this.ledger = ledger;
        this.access = access;
        this.identifiers = identifiers;
    }

    /**
     * Reviews a judgement of somebody else.
     *
     * @param reason what the annotator reads; needed to return it
     */
    public void review(UUID actor, UUID judgement, ReviewVerdict verdict, String reason) {
        access.require(actor, project(judgement), Role.REVIEWER, Role.ADMIN);
        if (verdict == ReviewVerdict.RETURNED && reason.isBlank()) {
            throw new WorkException("A judgement is returned with a reason: expected a comment");
        }
        database.inTransaction(() -> {
            database.jdbc()
                    .sql("insert into review (id, judgement_id, reviewer_id, verdict, reason, reviewed_at)"
                            + " values (?, ?, ?, ?, ?, ?)")
                    .params(
                            identifiers.next(),
                            judgement,
                            actor,
                            verdict.name(),
                            reason.strip(),
                            Timestamps.column(ledger.now()))
                    .update();
            ledger.append(actor, EventKind.REVIEWED, "judgement/" + judgement, Map.of("verdict", verdict));
        });
    }

    private UUID project(UUID judgement) {
        return database.jdbc()
                .sql("select project_id from judgement where id = ?")
                .param(judgement)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new WorkException("No judgement " + judgement));
    }
}
