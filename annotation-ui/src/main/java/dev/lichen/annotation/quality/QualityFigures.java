package dev.lichen.annotation.quality;

import dev.lichen.annotation.account.Pseudonyms;
import dev.lichen.annotation.project.GoldKey;
import dev.lichen.annotation.project.GoldKeys;
import dev.lichen.annotation.project.ItemReader;
import dev.lichen.annotation.project.StoredItem;
import dev.lichen.annotation.store.Database;
import dev.lichen.annotation.store.JudgementStore;
import dev.lichen.annotation.store.LedgerHead;
import dev.lichen.annotation.store.StoredJudgement;
import dev.lichen.datasets.statistics.ClusterBootstrap;
import java.lang.ref.SoftReference;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.DoubleConsumer;

/**
 * Computes the figures of one project: reads the judgements that came since the last time, and then goes through the items
 * one after the other. What was read stays in memory while there is room. Not safe for several threads.
 */
final class QualityFigures {

    private static final long SEED = 1;
    private static final int JUDGEMENTS_AT_ONCE = 1000;
    private static final int ITEMS_AT_ONCE = 100;

    /** Shares of the time, as measured with a million judgements: reading all of them, and of the rest, all items. */
    private static final double READING = 0.4;

    private static final double ITEMS = 0.9;

    private final UUID project;
    private final Database database;
    private final JudgementStore judgements;
    private final ItemReader items;
    private final GoldKeys goldKeys;
    private SoftReference<JudgementColumns> read = new SoftReference<>(null);

    QualityFigures(UUID project, Database database, JudgementStore judgements) {
        this.project = project;
        this.database = database;
        this.judgements = judgements;
        this.items = new ItemReader(database);
        this.goldKeys = new GoldKeys(database);
    }

    /** Returns what is known of the project's gold items, which the figures show as it is now. */
    Map<UUID, GoldKey> gold() {
        return goldKeys.ofProject(project);
    }

    /** Computes all figures as of a head of the ledger, and tells which share of the work is done. */
    Quality compute(LedgerHead head, Map<UUID, GoldKey> gold, DoubleConsumer progress) {
        JudgementColumns columns = kept();
        double reading = READING * (head.seq() - columns.lastEvent()) / Math.max(1, head.seq());
        read(columns, head, share -> progress.accept(reading * share));
        ClusterBootstrap bootstrap = ClusterBootstrap.of(SEED);
        Map<UUID, String> pseudonyms = Pseudonyms.all(database);
        Parts parts = new Parts(
                new SampledAgreement(columns.size(), pseudonyms, bootstrap),
                new ItemConsensuses(bootstrap),
                new GoldRates(gold),
                new SelfConsistency(),
                new Effects(),
                new Suspicions());
        eachItem(columns, head, parts, share -> progress.accept(reading + (1 - reading) * ITEMS * share));
        return new Quality(
                head,
                parts.agreement().sample(),
                parts.agreement().agreements(),
                parts.agreement().bySource(),
                parts.consensuses().found(),
                parts.consensuses().all(),
                parts.consensuses().open(),
                parts.gold().shares(bootstrap, user -> pseudonyms.getOrDefault(user, "")),
                parts.selfConsistency().effect(bootstrap),
                parts.effects().all(bootstrap),
                parts.suspicions().all(user -> pseudonyms.getOrDefault(user, "")));
    }

    /** What looks at each item. */
    private record Parts(
            SampledAgreement agreement,
            ItemConsensuses consensuses,
            GoldRates gold,
            SelfConsistency selfConsistency,
            Effects effects,
            Suspicions suspicions) {

        void add(ItemWork work, boolean sampled) {
            consensuses.add(work);
            gold.add(work);
            selfConsistency.add(work);
            effects.add(work, sampled);
            suspicions.add(work);
        }
    }

    private JudgementColumns kept() {
        JudgementColumns kept = read.get();
        return kept == null ? new JudgementColumns() : kept;
    }

    private void read(JudgementColumns columns, LedgerHead head, DoubleConsumer progress) {
        double first = columns.lastEvent();
        List<StoredJudgement> page = page(columns, head);
        while (!page.isEmpty()) {
            page.forEach(judgement -> add(columns, judgement));
            progress.accept((columns.lastEvent() - first) / (head.seq() - first));
            page = page(columns, head);
        }
        read = new SoftReference<>(columns);
    }

    private List<StoredJudgement> page(JudgementColumns columns, LedgerHead head) {
        return judgements.between(project, columns.lastEvent(), head.seq(), JUDGEMENTS_AT_ONCE);
    }

    private void add(JudgementColumns columns, StoredJudgement judgement) {
        UUID corrected = judgement.supersedes();
        if (corrected != null) {
            judgements.find(corrected).ifPresent(earlier -> columns.strikeOut(earlier.ledgerSeq()));
        }
        columns.add(judgement);
    }

    private void eachItem(JudgementColumns columns, LedgerHead head, Parts parts, DoubleConsumer progress) {
        JudgementColumns.ByItem byItem = columns.byItem();
        double done = 0;
        List<StoredItem> page = items.page(project, 0, ITEMS_AT_ONCE);
        while (!page.isEmpty()) {
            for (StoredItem item : page) {
                List<JudgedItem> judged = byItem.of(item.id());
                done += judged.size();
                if (!judged.isEmpty()) {
                    boolean sampled = parts.agreement().draws(item.id());
                    parts.add(new ItemWork(item, judged), sampled);
                    if (sampled) {
                        parts.agreement().add(item, judgements.ofItem(item.id(), head));
                    }
                }
            }
            progress.accept(done / Math.max(1, columns.size()));
            page = items.page(project, page.getLast().number(), ITEMS_AT_ONCE);
        }
    }
}
