package dev.lichen.datasets.statistics.judgements;

import dev.lichen.datasets.statistics.ClusterBootstrap;
import dev.lichen.datasets.statistics.Finding;
import dev.lichen.datasets.statistics.PairwiseTally;
import dev.lichen.datasets.statistics.Undefined;
import dev.lichen.datasets.statistics.WeakOrder;
import dev.lichen.datasets.statistics.agreement.KendallTau;
import dev.lichen.datasets.statistics.agreement.KendallW;
import dev.lichen.datasets.statistics.agreement.KrippendorffAlpha;
import dev.lichen.datasets.statistics.agreement.MeanTau;
import dev.lichen.datasets.statistics.agreement.Metric;
import dev.lichen.datasets.statistics.agreement.ReliabilityData;
import dev.lichen.datasets.statistics.consensus.Majorities;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Computes the figures of a set of ranking tasks. */
final class RankingFigures {

    static final String ALPHA = "Krippendorff's alpha, ordinal, of tiers";
    static final String TAU_B = "Kendall's tau-b, mean of annotators' pairs";
    static final String TAU_X = "tau_x (Emond and Mason), mean of annotators' pairs";
    static final String W = "Kendall's W, mean of tasks";
    static final String SPEARMAN = "Spearman's rho, mean of tasks";
    static final String PAIRS = "agreement on which answer is better";
    static final String SELF = "Kendall's tau-b with oneself";
    static final String CYCLES = "tasks whose majorities go in circles";

    private static final Undefined NOT_SHARED = new Undefined(
            Undefined.Reason.TOO_FEW_VALUES, "no two annotators ranked the same answers to the same prompt");
    private static final Undefined NOT_DEFINED = new Undefined(
            Undefined.Reason.NO_VARIATION, "two annotators share tasks, but on none of them is it defined");

    private final List<RankingTask> shared;
    private final Collection<RankingTask> all;
    private final ClusterBootstrap bootstrap;

    RankingFigures(Collection<RankingTask> tasks, ClusterBootstrap bootstrap) {
        this.all = tasks;
        this.shared = tasks.stream().filter(RankingTask::isShared).toList();
        this.bootstrap = bootstrap;
    }

    List<Figure> figures() {
        List<Figure> figures =
                new ArrayList<>(List.of(alpha(), tau(TAU_B, MeanTau::b), tau(TAU_X, MeanTau::x), pairAgreement()));
        figures.add(concordance(W, KendallW::value));
        figures.add(concordance(SPEARMAN, KendallW::meanSpearman));
        figures.add(cycles());
        if (all.stream().anyMatch(task -> !task.repeats().isEmpty())) {
            figures.add(selfAgreement());
        }
        return figures;
    }

    /** A unit is an answer; its values are the tiers that it got. */
    private Figure alpha() {
        List<List<Integer>> units = new ArrayList<>();
        List<String> clusters = new ArrayList<>();
        for (RankingTask task : shared) {
            List<Map<String, Integer>> tiers =
                    task.orders().stream().map(WeakOrder::tierOfItem).toList();
            for (String answer : task.answers()) {
                units.add(tiers.stream()
                        .filter(order -> order.containsKey(answer))
                        .map(order -> order.getOrDefault(answer, 0))
                        .toList());
                clusters.add(task.prompt());
            }
        }
        if (units.isEmpty()) {
            return Figure.of(ALPHA, NOT_SHARED);
        }
        ReliabilityData data = ReliabilityData.ofUnits(units);
        return Figure.of(
                ALPHA,
                KrippendorffAlpha.of(data, Metric.ORDINAL),
                data.pairableValues(),
                KrippendorffAlpha.estimate(data, clusters, Metric.ORDINAL, bootstrap));
    }

    private Figure tau(String name, Function<Collection<WeakOrder>, Finding<MeanTau>> mean) {
        PromptSums sums = PromptSums.ofNumbers();
        for (RankingTask task : shared) {
            mean.apply(task.orders())
                    .found()
                    .ifPresent(tau -> sums.add(task.prompt(), tau.mean() * tau.pairs(), (double) tau.pairs()));
        }
        return Figure.ofMean(name, sums, bootstrap, reason());
    }

    private Figure concordance(String name, Function<KendallW, Double> part) {
        PromptSums sums = PromptSums.ofNumbers();
        for (RankingTask task : shared) {
            KendallW.of(task.orders()).found().ifPresent(w -> sums.add(task.prompt(), part.apply(w), 1));
        }
        return Figure.ofMean(name, sums, bootstrap, reason());
    }

    /** Of the pairs of answers that two annotators both put in order: how many they put in the same order. */
    private Figure pairAgreement() {
        PromptSums sums = PromptSums.ofRates();
        for (RankingTask task : shared) {
            PairwiseTally tally = PairwiseTally.of(task.orders());
            for (int i = 0; i < tally.size(); i++) {
                for (int j = 0; j < i; j++) {
                    double first = tally.wins(i, j);
                    double second = tally.wins(j, i);
                    double same = (first * (first - 1) + second * (second - 1)) / 2;
                    sums.add(task.prompt(), same, same + first * second);
                }
            }
        }
        return Figure.ofMean(PAIRS, sums, bootstrap, reason());
    }

    private Figure cycles() {
        PromptSums sums = PromptSums.ofRates();
        for (RankingTask task : shared) {
            Majorities majorities = Majorities.of(PairwiseTally.of(task.orders()));
            sums.add(task.prompt(), majorities.cycle() ? 1 : 0, 1);
        }
        return Figure.ofMean(CYCLES, sums, bootstrap, NOT_SHARED);
    }

    private Figure selfAgreement() {
        PromptSums sums = PromptSums.ofNumbers();
        for (RankingTask task : all) {
            for (List<WeakOrder> orders : task.repeats().values()) {
                for (int next = 1; next < orders.size(); next++) {
                    KendallTau.b(orders.get(next - 1), orders.get(next))
                            .found()
                            .ifPresent(tau -> sums.add(task.prompt(), tau, 1));
                }
            }
        }
        return Figure.ofMean(SELF, sums, bootstrap, NOT_DEFINED);
    }

    private Undefined reason() {
        return shared.isEmpty() ? NOT_SHARED : NOT_DEFINED;
    }
}
