package dev.lichen.annotation.queue;

import dev.lichen.annotation.account.Access;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.project.ItemReader;
import dev.lichen.annotation.project.StoredAnswer;
import dev.lichen.annotation.project.StoredItem;
import dev.lichen.annotation.store.Database;
import dev.lichen.annotation.store.EventKind;
import dev.lichen.annotation.store.Identifiers;
import dev.lichen.annotation.store.JudgementStore;
import dev.lichen.annotation.store.Ledger;
import dev.lichen.annotation.store.PersonKeys;
import dev.lichen.annotation.store.StoredJudgement;
import dev.lichen.annotation.store.Timestamps;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Accepts judgements or returns them to their annotators with a reason; a returned one stands until it is corrected, and
 * its correction is a new revision.
 */
public final class Reviews {

    /** Counting a million of them would take ten seconds. */
    public static final long MOST_COUNTED = 1000;

    /** Every event has a number above 0; saying so makes H2 take the index that is in their order. */
    private static final String WAITING = " from judgement j join assignment a on a.id = j.assignment_id"
            + " join app_user u on u.id = j.user_id where j.project_id = :project and j.ledger_seq > 0"
            + " and j.user_id <> :actor"
            + " and a.purpose = 'NORMAL' and j.outcome not in ('SKIP', 'FLAGGED')"
            + " and not exists (select 1 from judgement newer where newer.supersedes_id = j.id)"
            + " and not exists (select 1 from review r where r.judgement_id = j.id)";

    private final Database database;
    private final Ledger ledger;
    private final Access access;
    private final Identifiers identifiers;

    private final JudgementStore judgements;
    private final ReviewReasons reasons;
    private final ItemReader items;

    /** What reviews stand on. */
    public record Parts(
            Database database,
            Ledger ledger,
            Access access,
            JudgementStore judgements,
            PersonKeys keys,
            Identifiers identifiers) {}

    public Reviews(Parts parts) {
        this.database = parts.database();
        this.ledger = parts.ledger();
        this.access = parts.access();
        this.judgements = parts.judgements();
        this.identifiers = parts.identifiers();
        this.reasons = new ReviewReasons(parts.database(), parts.keys());
        this.items = new ItemReader(parts.database());
    }

    /** Returns judgements of other people that nobody has reviewed, oldest first: people's own work, not hidden checks. */
    public List<ReviewEntry> waiting(UUID actor, UUID project, int limit) {
        access.require(actor, project, Role.REVIEWER, Role.ADMIN);
        return database
                .jdbc()
                .sql("select j.id, u.pseudonym" + WAITING + " order by j.project_id, j.ledger_seq limit :limit")
                .param("project", project)
                .param("actor", actor)
                .param("limit", limit)
                .query((row, n) -> Map.entry(row.getObject("id", UUID.class), row.getString("pseudonym")))
                .list()
                .stream()
                .map(found -> entry(found.getKey(), found.getValue()))
                .toList();
    }

    /** Returns how many there are, or {@link #MOST_COUNTED} if there are more. */
    public long waiting(UUID actor, UUID project) {
        access.require(actor, project, Role.REVIEWER, Role.ADMIN);
        return database.jdbc()
                .sql("select count(*) from (select j.id" + WAITING + " limit " + MOST_COUNTED + ") waiting")
                .param("project", project)
                .param("actor", actor)
                .query(Long.class)
                .single();
    }

    /**
     * Reviews a judgement of somebody else.
     *
     * @param reason what the annotator reads; needed to return it
     * @throws WorkException if it is one's own, was corrected since, or is returned without a reason
     */
    public void review(UUID actor, UUID judgement, ReviewVerdict verdict, String reason) {
        access.require(actor, judgement(judgement).project(), Role.REVIEWER, Role.ADMIN);
        if (verdict == ReviewVerdict.RETURNED && reason.isBlank()) {
            throw new WorkException(WorkRefusal.NO_REASON, "A judgement is returned with a reason: expected a comment");
        }
        StoredJudgement reviewed = judgement(judgement);
        if (reviewed.user().equals(actor)) {
            throw new WorkException(WorkRefusal.OWN_JUDGEMENT, "A judgement of one's own: expected somebody else's");
        }
        database.inTransaction(() -> {
            if (!isLatest(reviewed)) {
                throw new WorkException(
                        WorkRefusal.CORRECTED_SINCE, "The judgement was corrected since: expected its newest revision");
            }
            database.jdbc()
                    .sql("insert into review (id, judgement_id, reviewer_id, verdict, reason, sealed, reviewed_at)"
                            + " values (?, ?, ?, ?, ?, true, ?)")
                    .params(
                            identifiers.next(),
                            judgement,
                            actor,
                            verdict.name(),
                            reasons.seal(actor, reason.strip()),
                            Timestamps.column(ledger.now()))
                    .update();
            ledger.append(actor, EventKind.REVIEWED, "judgement/" + judgement, Map.of("verdict", verdict));
        });
    }

    /** Returns why the newest revision of some work was returned to its annotator, if it was. */
    public Optional<String> returnedBecause(UUID assignment) {
        return judgements
                .latestOf(assignment)
                .flatMap(latest -> database.jdbc()
                        .sql("select id from review where judgement_id = ? and verdict = 'RETURNED'"
                                + " order by reviewed_at desc limit 1")
                        .param(latest.id())
                        .query((row, n) -> row.getObject("id", UUID.class))
                        .optional())
                .map(reasons::of);
    }

    private StoredJudgement judgement(UUID id) {
        return judgements.find(id).orElseThrow(() -> new WorkException("No judgement " + id));
    }

    private boolean isLatest(StoredJudgement judgement) {
        return judgements
                .latestOf(judgement.assignment())
                .filter(latest -> latest.id().equals(judgement.id()))
                .isPresent();
    }

    private ReviewEntry entry(UUID id, String pseudonym) {
        StoredJudgement judgement = judgement(id);
        StoredItem item = items.get(judgement.item());
        Verdict verdict = Verdict.of(judgement);
        return new ReviewEntry(
                id,
                item.id(),
                item.number(),
                pseudonym,
                judgement.outcome(),
                judgement.revision(),
                item.attributes().language(),
                item.prompt().stream()
                        .map(message -> new ShownMessage(message.role(), message.content()))
                        .toList(),
                item.answers().stream()
                        .filter(answer -> answer.slot() == answer.shownAs())
                        .map(answer -> placed(answer, verdict))
                        .toList(),
                verdict.strengths(),
                Verdicts.words(judgements.freeText(judgement).orElse(null), verdict.confidence()),
                judgement.submittedAt());
    }

    private static ReviewEntry.Placed placed(StoredAnswer answer, Verdict verdict) {
        Integer tier = verdict.tiers().isEmpty() ? null : verdict.tiers().get(answer.slot());
        Integer line = verdict.acceptableTier();
        return new ReviewEntry.Placed(
                answer.answer().content(),
                tier,
                tier != null && line != null && tier <= line,
                verdict.ratingsOf(answer.slot()),
                verdict.flagsOf(answer.slot()));
    }
}
