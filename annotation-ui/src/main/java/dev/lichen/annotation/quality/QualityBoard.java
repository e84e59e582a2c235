package dev.lichen.annotation.quality;

import dev.lichen.annotation.account.Access;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.exchange.ExportKind;
import dev.lichen.annotation.exchange.ExportedRecords;
import dev.lichen.annotation.project.ItemReader;
import dev.lichen.annotation.project.StoredItem;
import dev.lichen.annotation.queue.Purpose;
import dev.lichen.annotation.queue.Verdict;
import dev.lichen.annotation.store.Database;
import dev.lichen.annotation.store.JudgementOutcome;
import dev.lichen.annotation.store.JudgementStore;
import dev.lichen.annotation.store.Ledger;
import dev.lichen.annotation.store.LedgerHead;
import dev.lichen.annotation.store.StoredJudgement;
import dev.lichen.datasets.Answer;
import dev.lichen.datasets.Ranking;
import dev.lichen.datasets.statistics.ClusterBootstrap;
import dev.lichen.datasets.statistics.judgements.AgreementReport;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Computes the quality figures of a project for its staff. */
public final class QualityBoard {

    private static final long SEED = 1;

    private final Ledger ledger;
    private final Access access;
    private final JudgementStore judgements;
    private final ItemReader items;
    private final ExportedRecords records;

    public QualityBoard(Database database, Ledger ledger, Access access, JudgementStore judgements) {
        this.ledger = ledger;
        this.access = access;
        this.judgements = judgements;
        this.items = new ItemReader(database);
        this.records = new ExportedRecords(database, judgements);
    }

    /** Returns the figures as of now; people are named by pseudonym only. */
    public Quality of(UUID actor, UUID project) {
        access.require(actor, project, Role.ADMIN, Role.REVIEWER, Role.AUDITOR);
        LedgerHead head = ledger.head();
        ClusterBootstrap bootstrap = ClusterBootstrap.of(SEED);
        List<JudgedItem> judged = judged(project, head);
        List<JudgedItem.OrderedPair> pairs = judged.stream()
                .filter(one -> one.verdict().setting().purpose() == Purpose.NORMAL)
                .flatMap(one -> one.pairs().stream())
                .toList();
        AgreementReport report = report(project, head, bootstrap);
        return new Quality(
                head,
                report.agreements(),
                report.consensuses().toList(),
                new SelfConsistency(bootstrap).of(judged),
                new Effects(bootstrap).of(pairs));
    }

    private AgreementReport report(UUID project, LedgerHead head, ClusterBootstrap bootstrap) {
        AgreementReport report = new AgreementReport(bootstrap);
        records.of(project, ExportKind.RANKINGS, head).stream()
                .map(one -> blind((Ranking) one))
                .forEach(report::add);
        records.of(project, ExportKind.RATINGS, head).forEach(report::add);
        return report;
    }

    /** Removes the writers' names, which are not for the board. */
    private static Ranking blind(Ranking ranking) {
        List<Answer> answers = ranking.answers().stream()
                .map(answer -> new Answer(answer.content()))
                .toList();
        return new Ranking(ranking.prompt(), answers, ranking.tiers(), ranking.judgement(), ranking.attributes());
    }

    private List<JudgedItem> judged(UUID project, LedgerHead head) {
        Map<UUID, StoredItem> read = new HashMap<>();
        return judgements.ofProject(project, head).stream()
                .filter(judgement -> judgement.outcome() == JudgementOutcome.JUDGED)
                .map(judgement -> judged(judgement, read))
                .toList();
    }

    private JudgedItem judged(StoredJudgement judgement, Map<UUID, StoredItem> read) {
        StoredItem item = read.computeIfAbsent(judgement.item(), items::get);
        return new JudgedItem(judgement.user(), item, Verdict.of(judgement));
    }
}
