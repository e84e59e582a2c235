package dev.lichen.annotation.queue;

import dev.lichen.annotation.store.Database;
import dev.lichen.annotation.store.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads and writes assignments and drafts; who calls holds the locks that the package's description names. */
final class Assignments {

    /**
     * The oldest of a purpose first, in the words of the index {@code assignment_of_user}: on old statistics, H2 finds the
     * index of its own on the person alone as good, takes it, and then reads all that the person ever did.
     */
    private static final String IN_ORDER = " order by a.user_id, a.project_id, a.state, a.purpose, a.taken_at";

    private final Database database;

    Assignments(Database database) {
        this.database = database;
    }

    /** Locks a person, so that what two of their tabs do happens one after the other. */
    void lockUser(UUID user) {
        database.jdbc()
                .sql("select id from app_user where id = ? for update")
                .param(user)
                .query(UUID.class)
                .single();
    }

    Optional<Assignment> find(UUID id) {
        return database.jdbc()
                .sql("select * from assignment where id = ?")
                .param(id)
                .query((row, n) -> read(row))
                .optional();
    }

    Optional<Assignment> find(UUID item, UUID user, Purpose purpose) {
        return database.jdbc()
                .sql("select * from assignment where item_id = ? and user_id = ? and purpose = ?")
                .params(item, user, purpose.name())
                .query((row, n) -> read(row))
                .optional();
    }

    /** Returns the open assignment of a person, what they began before what they only opened. */
    Optional<Assignment> openOf(UUID user, UUID project) {
        return first(user, project, AssignmentState.DRAFT).or(() -> first(user, project, AssignmentState.LEASED));
    }

    private Optional<Assignment> first(UUID user, UUID project, AssignmentState state) {
        return database.jdbc()
                .sql("select * from assignment a where user_id = ? and project_id = ? and state = ?" + IN_ORDER
                        + " limit 1")
                .params(user, project, state.name())
                .query((row, n) -> read(row))
                .optional();
    }

    /** Returns expired work of a person that was begun, and whose item has a place again. */
    List<Assignment> resumable(UUID user, UUID project) {
        return database.jdbc()
                .sql("select a.* from assignment a join item i on i.id = a.item_id"
                        + " where a.user_id = ? and a.project_id = ? and a.state = 'EXPIRED'"
                        + " and (a.purpose <> 'NORMAL' or (i.state = 'OPEN' and i.open_slots > 0))"
                        + " and exists (select 1 from draft d where d.assignment_id = a.id)" + IN_ORDER + " limit 4")
                .params(user, project)
                .query((row, n) -> read(row))
                .list();
    }

    List<UUID> expired(Instant now, int limit) {
        return database.jdbc()
                .sql("select id from assignment where state in ('LEASED', 'DRAFT') and lease_until < ? limit ?")
                .params(Timestamps.column(now), limit)
                .query((row, n) -> row.getObject("id", UUID.class))
                .list();
    }

    long count(UUID user, UUID project, AssignmentState state) {
        return database.jdbc()
                .sql("select count(*) from assignment where user_id = ? and project_id = ? and state = ?")
                .params(user, project, state.name())
                .query(Long.class)
                .single();
    }

    /** Returns whether a person was given so many items to train on; most have submitted them, which is asked first. */
    boolean hasTrained(UUID user, UUID project, int wanted) {
        String given = "select count(*) from assignment where user_id = ? and project_id = ? and training";
        return Stream.of(given + " and state = 'SUBMITTED' and purpose = 'GOLD'", given)
                .anyMatch(question -> database.jdbc()
                                .sql(question)
                                .params(user, project)
                                .query(Integer.class)
                                .single()
                        >= wanted);
    }

    void insert(Assignment assignment, Instant takenAt) {
        database.jdbc()
                .sql("insert into assignment (id, item_id, project_id, user_id, purpose, state, lease_until, taken_at,"
                        + " training, arm, policy, propensity) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        assignment.id(),
                        assignment.item(),
                        assignment.project(),
                        assignment.user(),
                        assignment.purpose().name(),
                        assignment.state().name(),
                        Timestamps.column(assignment.leaseUntil()),
                        Timestamps.column(takenAt),
                        assignment.training(),
                        assignment.choice().arm().name(),
                        assignment.choice().policy(),
                        assignment.choice().propensity())
                .update();
    }

    /** Moves an assignment on, unless somebody else has moved it from where it was. */
    boolean move(Assignment from, AssignmentState to, Instant leaseUntil) {
        return database.jdbc()
                        .sql("update assignment set state = ?, lease_until = ? where id = ? and state = ?")
                        .params(
                                to.name(),
                                Timestamps.column(leaseUntil),
                                from.id(),
                                from.state().name())
                        .update()
                == 1;
    }

    /** Records that somebody whose lease on it ran out was given the item once more, and with which chance. */
    void drawAnew(Assignment drawn) {
        database.jdbc()
                .sql(
                        "update assignment set state = ?, lease_until = ?, arm = ?, policy = ?, propensity = ? where id = ?")
                .params(
                        drawn.state().name(),
                        Timestamps.column(drawn.leaseUntil()),
                        drawn.choice().arm().name(),
                        drawn.choice().policy(),
                        drawn.choice().propensity(),
                        drawn.id())
                .update();
    }

    Optional<Draft> draft(UUID assignment) {
        return database.jdbc()
                .sql("select body, revision, saved_at from draft where assignment_id = ?")
                .param(assignment)
                .query((row, n) ->
                        new Draft(row.getString("body"), row.getLong("revision"), Timestamps.read(row, "saved_at")))
                .optional();
    }

    /** Returns the revision of the newest draft, 0 if there is none. */
    long draftRevision(UUID assignment) {
        return database.jdbc()
                .sql("select revision from draft where assignment_id = ?")
                .param(assignment)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** Saves a draft over a known revision, 0 for none; returns whether that was still the current one. */
    boolean saveDraft(UUID assignment, String body, long baseRevision, Instant now) {
        if (baseRevision == 0 && draft(assignment).isEmpty()) {
            return database.jdbc()
                            .sql("insert into draft (assignment_id, body, revision, saved_at) values (?, ?, 1, ?)")
                            .params(assignment, body, Timestamps.column(now))
                            .update()
                    == 1;
        }
        return database.jdbc()
                        .sql("update draft set body = ?, revision = revision + 1, saved_at = ?"
                                + " where assignment_id = ? and revision = ?")
                        .params(body, Timestamps.column(now), assignment, baseRevision)
                        .update()
                == 1;
    }

    void deleteDraft(UUID assignment) {
        database.jdbc()
                .sql("delete from draft where assignment_id = ?")
                .param(assignment)
                .update();
    }

    static Assignment read(ResultSet row) throws SQLException {
        return new Assignment(
                row.getObject("id", UUID.class),
                row.getObject("item_id", UUID.class),
                row.getObject("project_id", UUID.class),
                row.getObject("user_id", UUID.class),
                Purpose.valueOf(row.getString("purpose")),
                AssignmentState.valueOf(row.getString("state")),
                Timestamps.read(row, "lease_until"),
                row.getBoolean("training"),
                new Choice(
                        SamplingArm.valueOf(row.getString("arm")),
                        row.getString("policy"),
                        row.getDouble("propensity")));
    }
}
