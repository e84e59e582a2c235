package dev.lichen.annotation.queue;

import dev.lichen.annotation.account.Access;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.project.ItemReader;
import dev.lichen.annotation.project.SearchWords;
import dev.lichen.annotation.store.Database;
import dev.lichen.annotation.store.JudgementOutcome;
import dev.lichen.annotation.store.PersonKeys;
import dev.lichen.annotation.store.Timestamps;
import dev.lichen.datasets.Message;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds a person's own judgements, the newest first, a page at a time. */
public final class History {

    private static final String OWN = """
            select j.assignment_id, j.outcome, j.revision, j.submitted_at, j.ledger_seq, i.prompt,
                   (select r.id from review r where r.judgement_id = j.id and r.verdict = 'RETURNED'
                    order by r.reviewed_at desc limit 1) returned_by
            from judgement j join item i on i.id = j.item_id
            where j.user_id = :user and j.project_id = :project and j.ledger_seq < :before
              and not exists (select 1 from judgement newer where newer.supersedes_id = j.id)
            """;

    /** In the words of the index, or H2 reads and sorts all that the person ever did. */
    private static final String NEWEST_FIRST =
            " order by j.user_id desc, j.project_id desc, j.ledger_seq desc limit :limit";

    private final Database database;
    private final Access access;
    private final ReviewReasons reasons;

    /** Creates the finder. */
    public History(Database database, Access access, PersonKeys keys) {
        this.database = database;
        this.access = access;
        this.reasons = new ReviewReasons(database, keys);
    }

    /**
     * Which judgements somebody looks for.
     *
     * @param words must all stand in the question
     * @param outcome what was said; null for anything
     */
    public record Filter(SearchWords words, @Nullable JudgementOutcome outcome) {

        /** Returns the filter that lets everything through. */
        public static Filter all() {
            return new Filter(new SearchWords(""), null);
        }
    }

    private record Found(HistoryEntry entry, List<Message> prompt) {}

    /**
     * Returns judgements that fit, each as it was last corrected.
     *
     * @param before only those whose place in the ledger is before this one: {@link Long#MAX_VALUE} for the newest
     * @param limit how many at most
     * @throws dev.lichen.annotation.account.NotAllowedException if the person is no annotator of the project
     */
    public List<HistoryEntry> page(UUID user, UUID project, Filter filter, long before, int limit) {
        access.require(user, project, Role.ANNOTATOR);
        List<HistoryEntry> page = new ArrayList<>();
        List<Found> read = read(user, project, filter, before, limit);
        fitting(read, filter, page);
        while (read.size() == limit && page.size() < limit) {
            read = read(user, project, filter, read.getLast().entry().place(), limit);
            fitting(read, filter, page);
        }
        return List.copyOf(page.subList(0, Math.min(limit, page.size())));
    }

    private static void fitting(List<Found> read, Filter filter, List<HistoryEntry> page) {
        read.stream()
                .filter(found -> filter.words().allIn(found.prompt()))
                .map(Found::entry)
                .forEach(page::add);
    }

    private List<Found> read(UUID user, UUID project, Filter filter, long before, int limit) {
        String condition = filter.words().condition("i.prompt");
        JudgementOutcome outcome = filter.outcome();
        JdbcClient.StatementSpec question = database.jdbc()
                .sql(OWN
                        + (condition.isEmpty() ? "" : " and " + condition)
                        + (outcome == null ? "" : " and j.outcome = :outcome")
                        + NEWEST_FIRST)
                .params(filter.words().parameters())
                .param("user", user)
                .param("project", project)
                .param("before", before)
                .param("limit", limit);
        if (outcome != null) {
            question = question.param("outcome", outcome.name());
        }
        return question.query((row, n) -> found(row)).list();
    }

    private Found found(ResultSet row) throws SQLException {
        List<Message> prompt = ItemReader.messages(row.getString("prompt"));
        UUID returned = row.getObject("returned_by", UUID.class);
        HistoryEntry entry = new HistoryEntry(
                row.getObject("assignment_id", UUID.class),
                prompt.getLast().content(),
                JudgementOutcome.valueOf(row.getString("outcome")),
                row.getInt("revision"),
                Timestamps.read(row, "submitted_at"),
                returned == null ? null : reasons.of(returned),
                row.getLong("ledger_seq"));
        return new Found(entry, prompt);
    }
}
