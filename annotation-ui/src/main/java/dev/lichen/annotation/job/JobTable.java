package dev.lichen.annotation.job;

import dev.lichen.annotation.job.Job.ProcessMark;
import dev.lichen.annotation.store.CanonicalJson;
import dev.lichen.annotation.store.Database;
import dev.lichen.annotation.store.Timestamps;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;

/** Keeps jobs in the database. */
public final class JobTable {

    private static final int LONGEST_REASON = 2000;

    private final Database database;

    public JobTable(Database database) {
        this.database = database;
    }

    List<Job> all() {
        return database.jdbc()
                .sql("select * from job order by created_at desc, id desc")
                .query((row, n) -> read(row))
                .list();
    }

    Optional<Job> find(UUID id) {
        return database.jdbc()
                .sql("select * from job where id = ?")
                .param(id)
                .query((row, n) -> read(row))
                .optional();
    }

    void insert(Job job, UUID actor) {
        JobRequest request = job.request();
        try {
            database.inTransaction(() -> database.jdbc()
                    .sql(
                            "insert into job (id, project_id, command, name, device, arguments, state, resumed, created_by,"
                                    + " created_at) values (:id, :project, :command, :name, :device, :arguments, :state, false,"
                                    + " :actor, :at)")
                    .param("id", job.id())
                    .param("project", request.project())
                    .param("command", request.command().name())
                    .param("name", request.name())
                    .param("device", request.device())
                    .param("arguments", CanonicalJson.write(request))
                    .param("state", job.state().name())
                    .param("actor", actor)
                    .param("at", Timestamps.column(job.createdAt()))
                    .update());
        } catch (DuplicateKeyException e) {
            throw new JobException("The job " + request.name() + " exists: expected another name");
        }
    }

    /** Moves a job on, unless somebody else has moved it from where it was. */
    boolean move(Job from, JobState to, @Nullable String reason) {
        int moved = database.transaction(() -> database.jdbc()
                .sql("update job set state = :to, reason = :reason where id = :id and state = :from")
                .param("to", to.name())
                .param("reason", reason == null ? null : reason.substring(0, Math.min(reason.length(), LONGEST_REASON)))
                .param("id", from.id())
                .param("from", from.state().name())
                .update());
        return moved == 1;
    }

    /** Queues a job again, unless somebody else has moved it from where it was. */
    boolean requeue(Job from, boolean resume) {
        int moved = database.transaction(() -> database.jdbc()
                .sql("update job set state = 'QUEUED', reason = null, resumed = ?, process = null"
                        + " where id = ? and state = ?")
                .params(resume, from.id(), from.state().name())
                .update());
        return moved == 1;
    }

    /** Notes the process of a job that waited, unless it waits no longer. */
    boolean started(Job job, ProcessMark mark) {
        int moved = database.transaction(() -> database.jdbc()
                .sql("update job set state = 'RUNNING', process = ?, process_started_at = ?"
                        + " where id = ? and state = 'QUEUED'")
                .params(mark.id(), Timestamps.column(mark.startedAt()), job.id())
                .update());
        return moved == 1;
    }

    void delete(UUID id) {
        database.inTransaction(() ->
                database.jdbc().sql("delete from job where id = ?").param(id).update());
    }

    private static Job read(ResultSet row) throws SQLException {
        return new Job(
                row.getObject("id", UUID.class),
                CanonicalJson.read(row.getString("arguments"), JobRequest.class),
                JobState.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getBoolean("resumed"),
                mark(row),
                Timestamps.read(row, "created_at"));
    }

    private static @Nullable ProcessMark mark(ResultSet row) throws SQLException {
        Long process = row.getObject("process", Long.class);
        OffsetDateTime started = row.getObject("process_started_at", OffsetDateTime.class);
        Instant at = started == null ? Instant.EPOCH : started.toInstant();
        return process == null ? null : new ProcessMark(process, at);
    }
}
