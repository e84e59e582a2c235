package dev.lichen.annotation.quality;

import dev.lichen.annotation.account.Access;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.queue.WorkException;
import dev.lichen.annotation.store.Database;
import dev.lichen.annotation.store.EventKind;
import dev.lichen.annotation.store.Identifiers;
import dev.lichen.annotation.store.Ledger;
import dev.lichen.annotation.store.PersonKeys;
import dev.lichen.annotation.store.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Asks annotators about patterns in their work and keeps what they answer: nobody is judged by a number alone. */
public final class Inquiries {

    private static final int LONGEST_ANSWER = 10_000;
    private static final String READ =
            "select q.*, u.pseudonym from inquiry q join app_user u on u.id = q.user_id" + " where q.project_id = ?";

    private final Database database;
    private final Ledger ledger;
    private final Access access;
    private final PersonKeys keys;
    private final Identifiers identifiers;

    public Inquiries(Database database, Ledger ledger, Access access, PersonKeys keys, Identifiers identifiers) {
        this.database = database;
        this.ledger = ledger;
        this.access = access;
        this.keys = keys;
        this.identifiers = identifiers;
    }

    /** Asks somebody about a pattern; one that is asked about and not answered is not asked about again. */
    public void ask(UUID actor, UUID project, Suspicion suspicion) {
        access.require(actor, project, Role.ADMIN, Role.REVIEWER);
        database.inTransaction(() -> {
            if (isOpen(project, suspicion)) {
                return;
            }
            UUID id = identifiers.next();
            database.jdbc()
                    .sql("insert into inquiry (id, project_id, user_id, pattern, share, n, asked_by, asked_at)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            id,
                            project,
                            suspicion.user(),
                            suspicion.pattern().name(),
                            suspicion.share(),
                            suspicion.n(),
                            actor,
                            Timestamps.column(ledger.now()))
                    .update();
            ledger.append(actor, EventKind.INQUIRED, "inquiry/" + id, Map.of("pattern", suspicion.pattern()));
        });
    }

    /**
     * Keeps what somebody says about their own work, sealed with their key.
     *
     * @throws WorkException if the question is not theirs, or was answered
     */
    public void answer(UUID user, UUID inquiry, String words) {
        if (words.isBlank() || words.length() > LONGEST_ANSWER) {
            throw new WorkException("Bad answer: expected 1 to " + LONGEST_ANSWER + " characters");
        }
        database.inTransaction(() -> {
            int answered = database.jdbc()
                    .sql("update inquiry set sealed_answer = ?, answered_at = ?"
                            + " where id = ? and user_id = ? and answered_at is null")
                    .params(keys.seal(user, words.strip()), Timestamps.column(ledger.now()), inquiry, user)
                    .update();
            if (answered == 0) {
                throw new WorkException("No open question: expected one that was put to you and is not answered");
            }
            ledger.append(user, EventKind.INQUIRED, "inquiry/" + inquiry, Map.of("answered", true));
        });
    }

    /** Returns what was asked in a project, newest first, for its staff. */
    public List<Inquiry> ofProject(UUID actor, UUID project) {
        access.require(actor, project, Role.ADMIN, Role.REVIEWER, Role.AUDITOR);
        return database.jdbc()
                .sql(READ + " order by asked_at desc")
                .param(project)
                .query((row, n) -> read(row))
                .list();
    }

    /** Returns what a person was asked in a project, newest first. */
    public List<Inquiry> of(UUID user, UUID project) {
        return database.jdbc()
                .sql(READ + " and q.user_id = ? order by asked_at desc")
                .params(project, user)
                .query((row, n) -> read(row))
                .list();
    }

    private boolean isOpen(UUID project, Suspicion suspicion) {
        return of(suspicion.user(), project).stream()
                .anyMatch(one ->
                        one.pattern() == suspicion.pattern() && one.answer().isEmpty());
    }

    private Inquiry read(ResultSet row) throws SQLException {
        UUID user = row.getObject("user_id", UUID.class);
        return new Inquiry(
                row.getObject("id", UUID.class),
                user,
                row.getString("pseudonym"),
                Pattern.valueOf(row.getString("pattern")),
                row.getDouble("share"),
                row.getLong("n"),
                Timestamps.read(row, "asked_at"),
                keys.open(user, row.getString("sealed_answer")).orElse(null));
    }
}
