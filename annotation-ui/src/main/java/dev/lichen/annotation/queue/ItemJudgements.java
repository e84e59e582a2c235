package dev.lichen.annotation.queue;

import dev.lichen.annotation.account.Access;
import dev.lichen.annotation.account.Role;
import dev.lichen.annotation.project.ItemReader;
import dev.lichen.annotation.store.Database;
import dev.lichen.annotation.store.JudgementOutcome;
import dev.lichen.annotation.store.JudgementStore;
import dev.lichen.annotation.store.Ledger;
import dev.lichen.annotation.store.StoredJudgement;
import dev.lichen.datasets.Tiers;
import dev.lichen.datasets.statistics.WeakOrder;
import dev.lichen.datasets.statistics.consensus.RankedPairs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Shows what people say of one item, by pseudonym, and what they say together. */
public final class ItemJudgements {

    private final Database database;
    private final Ledger ledger;
    private final Access access;
    private final JudgementStore judgements;
    private final ItemReader items;

    /** Creates the service. */
    public ItemJudgements(Database database, Ledger ledger, Access access, JudgementStore judgements) {
        this.database = database;
        this.ledger = ledger;
        this.access = access;
        this.judgements = judgements;
        this.items = new ItemReader(database);
    }

    /** Returns the newest revision of everybody's judgement of an item, oldest first. */
    public List<ItemJudgement> of(UUID actor, UUID item) {
        access.require(actor, items.projectOf(item), Role.ADMIN, Role.REVIEWER, Role.AUDITOR);
        Map<UUID, String> pseudonyms = pseudonyms(item);
        return judgements.ofItem(item, ledger.head()).stream()
                .map(judgement -> entry(judgement, pseudonyms.getOrDefault(judgement.user(), "–")))
                .toList();
    }

    /**
     * Returns the order that people's own work comes to by ranked pairs, if two or more ranked the item.
     *
     * @param judgements of one item
     */
    public static Optional<Tiers> consensus(List<ItemJudgement> judgements) {
        List<List<@Nullable Integer>> rankings = judgements.stream()
                .filter(one -> one.purpose() == Purpose.NORMAL && one.outcome() == JudgementOutcome.JUDGED)
                .map(ItemJudgement::tiers)
                .filter(tiers -> !tiers.isEmpty())
                .toList();
        return rankings.size() < 2
                ? Optional.empty()
                : RankedPairs.of(rankings.stream().map(ItemJudgements::order).toList())
                        .found()
                        .map(pairs ->
                                tiers(pairs.consensus(), rankings.getFirst().size()));
    }

    private static WeakOrder order(List<@Nullable Integer> tiers) {
        Map<String, Integer> ranks = new HashMap<>();
        for (int slot = 0; slot < tiers.size(); slot++) {
            Integer tier = tiers.get(slot);
            if (tier != null) {
                ranks.put(String.valueOf(slot), tier);
            }
        }
        return WeakOrder.ofRanks(ranks);
    }

    private static Tiers tiers(WeakOrder order, int answers) {
        Map<String, Integer> tiers = order.tierOfItem();
        List<@Nullable Integer> bySlot = new ArrayList<>();
        IntStream.range(0, answers).forEach(slot -> bySlot.add(tiers.get(String.valueOf(slot))));
        return Tiers.ofRanks(bySlot);
    }

    private ItemJudgement entry(StoredJudgement judgement, String pseudonym) {
        Verdict verdict = Verdict.of(judgement);
        return new ItemJudgement(
                pseudonym,
                judgement.outcome(),
                judgement.revision(),
                verdict,
                Verdicts.words(judgements.freeText(judgement).orElse(null), verdict.confidence()),
                judgement.submittedAt());
    }

    private Map<UUID, String> pseudonyms(UUID item) {
        Map<UUID, String> pseudonyms = new HashMap<>();
        database.jdbc()
                .sql("select id, pseudonym from app_user where id in (select user_id from judgement where item_id = ?)")
                .param(item)
                .query(row -> {
                    pseudonyms.put(row.getObject("id", UUID.class), row.getString("pseudonym"));
                });
        return pseudonyms;
    }
}
