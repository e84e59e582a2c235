package dev.lichen.annotation.project;

import dev.lichen.annotation.store.Database;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Counts what judgements of projects add up to: each time only of those that came since the last one. */
final class GrowingCount {

    private final Database database;
    private final String sql;
    private final Map<UUID, Counted> known = new ConcurrentHashMap<>();

    /**
     * Creates a count.
     *
     * @param each what a judgement {@code j} counts: an expression of SQL
     * @param from the rest of {@code select … from judgement j}, such as joins and a condition
     */
    GrowingCount(Database database, String each, String from) {
        this.database = database;
        this.sql = "select coalesce(sum(" + each + "), 0) from judgement j " + from
                + " and j.project_id = ? and j.ledger_seq > ? and j.ledger_seq <= ?";
    }

    /** A count up to an event. */
    private record Counted(long event, long judgements) {}

    /** Returns the count up to an event, or a later one. */
    long of(UUID project, long event) {
        return known.compute(project, (id, before) -> grown(id, before, event)).judgements();
    }

    private Counted grown(UUID project, @Nullable Counted before, long event) {
        Counted counted = before == null ? new Counted(0, 0) : before;
        if (counted.event() >= event) {
            return counted;
        }
        long more = database.jdbc()
                .sql(sql)
                .params(project, counted.event(), event)
                .query(Long.class)
                .single();
        return new Counted(event, counted.judgements() + more);
    }
}
