package dev.lichen.annotation.quality;

import dev.lichen.annotation.project.ItemState;
import dev.lichen.annotation.project.StoredItem;
import dev.lichen.annotation.queue.Purpose;
import dev.lichen.datasets.Answer;
import dev.lichen.datasets.Attributes;
import dev.lichen.datasets.Judgement;
import dev.lichen.datasets.Message;
import dev.lichen.datasets.Ranking;
import dev.lichen.datasets.Tiers;
import dev.lichen.datasets.statistics.ClusterBootstrap;
import dev.lichen.datasets.statistics.consensus.OrderEvidence;
import dev.lichen.datasets.statistics.judgements.AgreementReport;
import dev.lichen.datasets.statistics.judgements.Consensus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Finds what the annotators of each item say together, keeps the items on which they agree the least, and counts those whose
 * order is open.
 */
final class ItemConsensuses {

    /** Their texts are kept too. */
    private static final int MOST_KEPT = 1000;

    private static final Comparator<ItemConsensus> LEAST_AGREED_FIRST = Comparator.comparing(ItemConsensus::adjudicated)
            .thenComparingDouble(ItemConsensus::agreement)
            .thenComparingLong(ItemConsensus::number);

    private final ClusterBootstrap bootstrap;
    private final PriorityQueue<ItemConsensus> kept = new PriorityQueue<>(LEAST_AGREED_FIRST.reversed());
    private final List<UUID> waiting = new ArrayList<>();
    private long found;
    private long asked;
    private long open;
    private long waitingAll;

    ItemConsensuses(ClusterBootstrap bootstrap) {
        this.bootstrap = bootstrap;
    }

    /** Looks at an item; one that fewer than two people ranked has no consensus. */
    void add(ItemWork work) {
        AgreementReport report = new AgreementReport(bootstrap);
        List<JudgedItem> ranked = work.ranked(Purpose.NORMAL).toList();
        ranked.forEach(one -> report.add(bySlot(one)));
        boolean adjudicated = work.judged().stream().anyMatch(one -> one.purpose() == Purpose.ADJUDICATE);
        report.consensuses().forEach(one -> {
            double evidence = OrderEvidence.ofOrder(
                    one.rankedPairs(), ranked.stream().map(JudgedItem::tiers).toList());
            ItemConsensus consensus = new ItemConsensus(
                    work.item().id(), work.item().number(), withTexts(one, work.item()), adjudicated, evidence);
            keep(consensus);
            count(consensus, work.item().state());
        });
    }

    /** Returns how many items have one. */
    long found() {
        return found;
    }

    /** Returns those that were kept, the least agreed first. */
    List<ItemConsensus> all() {
        return kept.stream().sorted(LEAST_AGREED_FIRST).toList();
    }

    /** Returns those whose order is open. */
    OpenItems open() {
        return new OpenItems(OrderEvidence.FALSE_DECISIONS, open, asked, waitingAll, waiting);
    }

    private void count(ItemConsensus one, String state) {
        boolean full = state.equals(ItemState.FULL.name());
        if (full || state.equals(ItemState.OPEN.name())) {
            asked++;
            open += one.isOpen() ? 1 : 0;
            waitingAll += full && one.isOpen() ? 1 : 0;
            if (full && one.isOpen() && waiting.size() < MOST_KEPT) {
                waiting.add(one.item());
            }
        }
    }

    private void keep(ItemConsensus one) {
        found++;
        kept.add(one);
        if (kept.size() > MOST_KEPT) {
            kept.remove();
        }
    }

    /** Names answers by their slot: comparing texts a million times would be slow. */
    private static Ranking bySlot(JudgedItem one) {
        return new Ranking(
                List.of(Message.user("?")),
                IntStream.range(0, one.tiers().size())
                        .mapToObj(slot -> new Answer(String.valueOf(slot)))
                        .toList(),
                Tiers.ofRanks(one.tiers()),
                new Judgement(one.user().toString(), null, List.of()),
                Attributes.none());
    }

    private static Consensus withTexts(Consensus bare, StoredItem item) {
        return new Consensus(
                item.prompt().getLast().content(),
                item.answers().stream().map(stored -> stored.answer().content()).toList(),
                bare.annotators(),
                bare.rankedPairs(),
                bare.kemeny(),
                bare.cycle(),
                bare.openPairs(),
                bare.meanTauB(),
                bare.kendallW());
    }
}
