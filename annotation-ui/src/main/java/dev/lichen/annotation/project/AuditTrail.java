package dev.lichen.annotation.project;

import dev.lichen.annotation.account.Access;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.store.Database;
import dev.lichen.annotation.store.EventKind;
import dev.lichen.annotation.store.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads the ledger for those who answer for it: who saw which model wrote an answer, what left the store, who may do what
 * since when. Judgements, which are most of the ledger, are left out.
 */
public final class AuditTrail {

    /** The kinds of events that an audit looks at. */
    public static final List<EventKind> KINDS = Arrays.stream(EventKind.values())
            .filter(kind -> kind != EventKind.JUDGED)
            .toList();

    private static final String EVENTS = "select e.seq, e.happened_at, e.kind, e.subject, e.payload, u.display_name"
            + " from ledger_event e left join app_user u on u.id = e.actor_id"
            + " where e.seq < :before and e.kind in (:kinds)";
    private static final String OF_PROJECT = " and (e.subject = :subject"
            + " or e.subject in (select 'item/' || cast(id as varchar) from item where project_id = :project)"
            + " or e.subject in (select 'job/' || cast(id as varchar) from job where project_id = :project))";

    private final Database database;
    private final Access access;

    /** Creates the reader. */
    public AuditTrail(Database database, Access access) {
        this.database = database;
        this.access = access;
    }

    /**
     * Returns events, newest first.
     *
     * @param scope a project, or {@link Access#EVERYWHERE} for all events, those of accounts and backups included
     * @param kinds one or more of {@link #KINDS}
     * @param before only events with a smaller number
     * @throws dev.lichen.annotation.account.NotAllowedException unless the person administers or audits the scope
     */
    public List<AuditEntry> page(UUID actor, UUID scope, List<EventKind> kinds, long before, int limit) {
        access.require(actor, scope, Role.ADMIN, Role.AUDITOR);
        boolean everywhere = scope.equals(Access.EVERYWHERE);
        JdbcClient.StatementSpec events = database.jdbc()
                .sql(EVENTS + (everywhere ? "" : OF_PROJECT) + " order by e.seq desc limit :limit")
                .param("before", before)
                .param("kinds", kinds.stream().map(EventKind::name).toList())
                .param("limit", limit);
        return (everywhere
                        ? events
                        : events.param("subject", "project/" + scope).param("project", scope))
                .query((row, n) -> entry(row))
                .list();
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("seq"),
                Timestamps.read(row, "happened_at"),
                row.getString("display_name"),
                EventKind.valueOf(row.getString("kind")),
                row.getString("subject"),
                row.getString("payload"));
    }
}
