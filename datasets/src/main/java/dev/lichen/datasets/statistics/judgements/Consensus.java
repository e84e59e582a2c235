package dev.lichen.datasets.statistics.judgements;

import dev.lichen.datasets.statistics.Finding;
import dev.lichen.datasets.statistics.WeakOrder;
import dev.lichen.datasets.statistics.agreement.KendallW;
import dev.lichen.datasets.statistics.agreement.MeanTau;
import dev.lichen.datasets.statistics.consensus.Kemeny;
import dev.lichen.datasets.statistics.consensus.RankedPairs;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the annotators of one ranking task say together.
 *
 * @param question the last message of the prompt
 * @param answers the answers, in the order of the first ranking
 * @param annotators how many ranked them
 * @param rankedPairs the tier of each answer by ranked pairs; null if nobody ranked it
 * @param kemeny the tier of each answer by Kemeny's method; empty if there are too many answers
 * @param cycle whether majorities go in circles
 * @param openPairs how many pairs of answers ranked pairs leave open
 * @param meanTauB the mean of Kendall's tau-b over the annotators' pairs; null if undefined
 * @param kendallW Kendall's W; null if undefined
 */
public record Consensus(
        String question,
        List<String> answers,
        long annotators,
        List<@Nullable Integer> rankedPairs,
        List<@Nullable Integer> kemeny,
        boolean cycle,
        long openPairs,
        @Nullable Double meanTauB,
        @Nullable Double kendallW) {

    static Consensus of(RankingTask task) {
        List<WeakOrder> orders = task.orders();
        RankedPairs pairs = RankedPairs.of(orders).orElseThrow();
        List<@Nullable Integer> kemeny = Kemeny.of(orders) instanceof Finding.Found<Kemeny>(Kemeny found)
                ? tiers(task.answers(), found.consensus())
                : List.of();
        return new Consensus(
                task.question(),
                task.answers(),
                orders.size(),
                tiers(task.answers(), pairs.consensus()),
                kemeny,
                pairs.majorities().cycle(),
                pairs.openPairs(),
                orNull(MeanTau.b(orders).found().map(MeanTau::mean)),
                orNull(KendallW.of(orders).found().map(KendallW::value)));
    }

    private static @Nullable Double orNull(Optional<Double> value) {
        return value.isPresent() ? value.get() : null;
    }

    private static List<@Nullable Integer> tiers(List<String> answers, WeakOrder consensus) {
        Map<String, Integer> tiers = consensus.tierOfItem();
        List<@Nullable Integer> list = new ArrayList<>();
        answers.forEach(answer -> list.add(tiers.get(answer)));
        return Collections.unmodifiableList(list);
    }
}
