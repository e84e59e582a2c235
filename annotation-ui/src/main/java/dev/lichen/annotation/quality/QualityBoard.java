package dev.lichen.annotation.quality;

import dev.lichen.annotation.account.Access;
import dev.lichen.annotation.account.Pseudonyms;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.project.ItemReader;
import dev.lichen.annotation.project.StoredItem;
import dev.lichen.annotation.queue.Purpose;
import dev.lichen.annotation.queue.Verdict;
import dev.lichen.annotation.store.Database;
import dev.lichen.annotation.store.JudgementStore;
import dev.lichen.annotation.store.Ledger;
import dev.lichen.annotation.store.LedgerHead;
import dev.lichen.annotation.store.StoredJudgement;
import dev.lichen.datasets.statistics.ClusterBootstrap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Computes the quality figures of a project for its staff, anew whenever somebody has judged since. */
public final class QualityBoard {

    private static final long SEED = 1;

    private final Database database;
    private final Ledger ledger;
    private final Access access;
    private final JudgementStore judgements;
    private final ItemReader items;
    private final Map<UUID, Quality> computed = new ConcurrentHashMap<>();

    public QualityBoard(Database database, Ledger ledger, Access access, JudgementStore judgements) {
        this.database = database;
        this.ledger = ledger;
        this.access = access;
        this.judgements = judgements;
        this.items = new ItemReader(database);
    }

    /** Returns the figures as of now; people are named by pseudonym only. */
    public Quality of(UUID actor, UUID project) {
        access.require(actor, project, Role.ADMIN, Role.REVIEWER, Role.AUDITOR);
        Quality known = computed.get(project);
        if (known != null && lastJudged(project) <= known.asOf().seq()) {
            return known;
        }
        Quality fresh = compute(project, ledger.head());
        computed.put(project, fresh);
        return fresh;
    }

    private long lastJudged(UUID project) {
        return database.jdbc()
                .sql("select coalesce(max(ledger_seq), 0) from judgement where project_id = ?")
                .param(project)
                .query(Long.class)
                .single();
    }

    private Quality compute(UUID project, LedgerHead head) {
        ClusterBootstrap bootstrap = ClusterBootstrap.of(SEED);
        List<JudgedItem> judged = judged(project, head);
        List<JudgedItem> ranked = judged.stream().filter(JudgedItem::isRanked).toList();
        List<JudgedItem.OrderedPair> pairs = ranked.stream()
                .filter(one -> one.purpose() == Purpose.NORMAL)
                .flatMap(one -> one.pairs().stream())
                .toList();
        Map<UUID, String> pseudonyms = Pseudonyms.all(database);
        ProjectJudgements records = new ProjectJudgements(judged, pseudonyms, bootstrap);
        return new Quality(
                head,
                records.agreements(),
                records.bySource(),
                records.consensus(),
                new SelfConsistency(bootstrap).of(ranked),
                new Effects(bootstrap).of(pairs),
                new Suspicions(ranked).all(user -> pseudonyms.getOrDefault(user, "")));
    }

    private List<JudgedItem> judged(UUID project, LedgerHead head) {
        Map<UUID, StoredItem> read = new HashMap<>();
        return judgements.ofProject(project, head).stream()
                .map(judgement -> judged(judgement, read))
                .toList();
    }

    private JudgedItem judged(StoredJudgement judgement, Map<UUID, StoredItem> read) {
        StoredItem item = read.computeIfAbsent(judgement.item(), items::get);
        return new JudgedItem(judgement.user(), item, Verdict.of(judgement));
    }
}
