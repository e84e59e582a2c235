package dev.lichen.annotation.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Appends judgements to the chain and finds them again, as of now or as of any past head of the ledger. */
public final class JudgementStore {

    /** The newest revision, up to an event of the ledger, of each judgement. */
    private static final String LATEST = " and ledger_seq <= :seq and not exists (select 1 from judgement newer where"
            + " newer.supersedes_id = judgement.id and newer.ledger_seq <= :seq) order by ledger_seq";

    private final Database database;
    private final Ledger ledger;
    private final PersonKeys keys;
    private final Identifiers identifiers;

    public JudgementStore(Database database, Ledger ledger, PersonKeys keys, Identifiers identifiers) {
        this.database = database;
        this.ledger = ledger;
        this.keys = keys;
        this.identifiers = identifiers;
    }

    /** Appends a judgement; where its assignment has one already, as the next revision of it. */
    public StoredJudgement append(NewJudgement judgement) {
        return database.transaction(() -> {
            Optional<StoredJudgement> last = latestOf(judgement.assignment());
            StoredJudgement row = row(judgement, last);
            String hash = row.computedHash();
            LedgerEvent event = ledger.append(
                    judgement.user(), EventKind.JUDGED, "judgement/" + row.id(), Map.of("row_hash", hash));
            StoredJudgement hashed = row.with(hash, event.seq());
            insert(hashed);
            return hashed;
        });
    }

    /** Returns a judgement, if there is one of that name. */
    public Optional<StoredJudgement> find(UUID id) {
        return database.jdbc()
                .sql("select * from judgement where id = ?")
                .param(id)
                .query((row, n) -> read(row))
                .optional();
    }

    /** Returns the newest revision of the judgement of an assignment. */
    public Optional<StoredJudgement> latestOf(UUID assignment) {
        return database.jdbc()
                .sql("select * from judgement where assignment_id = ? order by revision desc limit 1")
                .param(assignment)
                .query((row, n) -> read(row))
                .optional();
    }

    /**
     * Returns the first judgements of a project, corrected ones too, after an event and up to another one, oldest first.
     *
     * @param limit at most so many
     */
    public List<StoredJudgement> between(UUID project, long after, long upTo, int limit) {
        return database.jdbc()
                .sql("select * from judgement where project_id = ? and ledger_seq > ? and ledger_seq <= ?"
                        + " order by project_id, ledger_seq limit ?")
                .params(project, after, upTo, limit)
                .query((row, n) -> read(row))
                .list();
    }

    /** Returns the event of the newest judgement of a project: an export as of it stays the same until the next one. */
    public Optional<LedgerHead> headOfProject(UUID project) {
        return database.jdbc()
                .sql("select seq, hash from ledger_event where seq = (select ledger_seq from judgement"
                        + " where project_id = ? order by project_id desc, ledger_seq desc limit 1)")
                .param(project)
                .query((row, n) -> new LedgerHead(row.getLong("seq"), row.getString("hash")))
                .optional();
    }

    /** Returns the newest revisions of an item's judgements as they were at a head of the ledger, oldest first. */
    public List<StoredJudgement> ofItem(UUID item, LedgerHead asOf) {
        return database.jdbc()
                .sql("select * from judgement where item_id = :item" + LATEST)
                .param("item", item)
                .param("seq", asOf.seq())
                .query((row, n) -> read(row))
                .list();
    }

    /** Returns a person's newest revisions in a project, newest first. */
    public List<StoredJudgement> ofUser(UUID user, UUID project, int offset, int limit) {
        return database.jdbc()
                .sql("select * from judgement where user_id = ? and project_id = ? and not exists (select 1 from"
                        + " judgement newer where newer.supersedes_id = judgement.id)"
                        + " order by user_id desc, project_id desc, ledger_seq desc limit ? offset ?")
                .params(user, project, limit, offset)
                .query((row, n) -> read(row))
                .list();
    }

    /** Returns a person's newest revisions in a project of submitted work given for one purpose, newest first. */
    public List<StoredJudgement> ofUserFor(UUID user, UUID project, String purpose) {
        return database.jdbc()
                .sql(
                        "select j.* from assignment a join judgement j on a.id = j.assignment_id where a.user_id = ?"
                                + " and a.project_id = ? and a.state = 'SUBMITTED' and a.purpose = ? and not exists"
                                + " (select 1 from judgement newer where newer.supersedes_id = j.id) order by j.ledger_seq desc")
                .params(user, project, purpose)
                .query((row, n) -> read(row))
                .list();
    }

    /** Returns the free text of a judgement, unless its author was erased. */
    public Optional<String> freeText(StoredJudgement judgement) {
        return keys.open(judgement.user(), judgement.sealedText());
    }

    static StoredJudgement read(ResultSet row) throws SQLException {
        return new StoredJudgement(
                row.getObject("id", UUID.class),
                row.getObject("assignment_id", UUID.class),
                row.getObject("project_id", UUID.class),
                row.getObject("item_id", UUID.class),
                row.getObject("user_id", UUID.class),
                row.getInt("revision"),
                row.getObject("supersedes_id", UUID.class),
                JudgementOutcome.valueOf(row.getString("outcome")),
                row.getString("body"),
                row.getString("sealed_text"),
                Timestamps.read(row, "submitted_at"),
                row.getString("row_hash"),
                row.getLong("ledger_seq"));
    }

    private StoredJudgement row(NewJudgement judgement, Optional<StoredJudgement> last) {
        String text = judgement.freeText();
        return new StoredJudgement(
                identifiers.next(),
                judgement.assignment(),
                judgement.project(),
                judgement.item(),
                judgement.user(),
                last.map(StoredJudgement::revision).orElse(0) + 1,
                last.map(StoredJudgement::id).orElse(null),
                judgement.outcome(),
                judgement.body(),
                text == null ? null : keys.seal(judgement.user(), text),
                ledger.now(),
                "",
                0);
    }

    private void insert(StoredJudgement judgement) {
        database.jdbc()
                .sql(
                        "insert into judgement (id, assignment_id, project_id, item_id, user_id, revision, supersedes_id,"
                                + " outcome, body, sealed_text, submitted_at, row_hash, ledger_seq) values (:id, :assignment,"
                                + " :project, :item, :user, :revision, :supersedes, :outcome, :body, :sealed, :at, :hash, :seq)")
                .param("id", judgement.id())
                .param("assignment", judgement.assignment())
                .param("project", judgement.project())
                .param("item", judgement.item())
                .param("user", judgement.user())
                .param("revision", judgement.revision())
                .param("supersedes", judgement.supersedes())
                .param("outcome", judgement.outcome().name())
                .param("body", judgement.body())
                .param("sealed", judgement.sealedText())
                .param("at", Timestamps.column(judgement.submittedAt()))
                .param("hash", judgement.rowHash())
                .param("seq", judgement.ledgerSeq())
                .update();
    }
}
