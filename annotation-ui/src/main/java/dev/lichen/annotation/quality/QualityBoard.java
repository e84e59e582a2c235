package dev.lichen.annotation.quality;

import dev.lichen.annotation.account.Access;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.store.Database;
import dev.lichen.annotation.store.JudgementStore;
import dev.lichen.annotation.store.Ledger;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Has the quality figures of projects for their staff, computed anew whenever somebody has judged, or changed gold, since. */
public final class QualityBoard {

    private final Database database;
    private final Ledger ledger;
    private final Access access;
    private final JudgementStore judgements;
    private final Map<UUID, QualityComputation> computations = new ConcurrentHashMap<>();

    public QualityBoard(Database database, Ledger ledger, Access access, JudgementStore judgements) {
        this.database = database;
        this.ledger = ledger;
        this.access = access;
        this.judgements = judgements;
    }

    /** Returns the figures as of now, however long that takes; people are named by pseudonym only. */
    public Quality of(UUID actor, UUID project) {
        return computation(actor, project).upTo(now());
    }

    /**
     * Returns figures that show at least what was judged up to an event, if they take a moment only; else they are computed
     * in the background, and it is to be asked again.
     *
     * @param event usually {@link #now()} when the question was asked first, so that it gets an answer while people work
     */
    public Optional<Quality> soon(UUID actor, UUID project, long event) {
        return computation(actor, project).soon(event);
    }

    /** Returns the number of the newest event. */
    public long now() {
        return ledger.head().seq();
    }

    /** Returns how far the figures are that were asked for. */
    public QualityProgress progress(UUID actor, UUID project) {
        return computation(actor, project).progress();
    }

    private QualityComputation computation(UUID actor, UUID project) {
        access.require(actor, project, Role.ADMIN, Role.REVIEWER, Role.AUDITOR);
        return computations.computeIfAbsent(
                project,
                id -> new QualityComputation(id, ledger, judgements, new QualityFigures(id, database, judgements)));
    }
}
