package dev.lichen.datasets.statistics.judgements;

import dev.lichen.datasets.statistics.ClusterBootstrap;
import dev.lichen.datasets.statistics.Finding;
import dev.lichen.datasets.statistics.PairwiseTally;
import dev.lichen.datasets.statistics.Undefined;
import dev.lichen.datasets.statistics.WeakOrder;
import dev.lichen.datasets.statistics.agreement.MeanTau;
import dev.lichen.datasets.statistics.annotators.AnnotatorReliability;
import dev.lichen.datasets.statistics.annotators.Label;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Computes how each annotator's rankings agree with those of the others. */
final class AnnotatorRankings {

    static final String TAU_B = "Kendall's tau-b with the others";
    static final String PAIRS = "agreement with the others on which answer is better";
    static final String RELIABILITY = "reliability (Dawid and Skene)";

    private static final Undefined NOT_SHARED = new Undefined(
            Undefined.Reason.TOO_FEW_VALUES, "shares no task with another annotator on which it is defined");

    private final SortedMap<String, PromptSums> taus = new TreeMap<>();
    private final SortedMap<String, PromptSums> pairs = new TreeMap<>();
    private final List<Label> labels = new ArrayList<>();
    private final ClusterBootstrap bootstrap;

    AnnotatorRankings(Collection<RankingTask> tasks, ClusterBootstrap bootstrap) {
        this.bootstrap = bootstrap;
        tasks.forEach(this::add);
    }

    private void add(RankingTask task) {
        List<String> judges = task.judges();
        List<WeakOrder> orders = task.orders();
        List<Finding<MeanTau>> means = task.isShared() ? MeanTau.bOfEach(orders) : List.of();
        PairwiseTally tally = PairwiseTally.of(orders);
        for (int judge = 0; judge < judges.size(); judge++) {
            String name = judges.get(judge);
            if (RankingTask.isNamed(name)) {
                PromptSums tau = taus.computeIfAbsent(name, n -> PromptSums.ofNumbers());
                if (task.isShared()) {
                    means.get(judge)
                            .found()
                            .ifPresent(
                                    mean -> tau.add(task.prompt(), mean.mean() * mean.pairs(), (double) mean.pairs()));
                }
                addPairs(task, name, tally, orders.get(judge));
            }
        }
    }

    /** Adds the annotator's pairs: agreement with others on strict ones, and a label of every one, both ways round. */
    private void addPairs(RankingTask task, String name, PairwiseTally tally, WeakOrder order) {
        PromptSums sums = pairs.computeIfAbsent(name, n -> PromptSums.ofRates());
        Map<String, Integer> tiers = order.tierOfItem();
        for (int i = 0; i < tally.size(); i++) {
            for (int j = 0; j < tally.size(); j++) {
                Integer first = tiers.get(tally.items().get(i));
                Integer second = tiers.get(tally.items().get(j));
                if (i != j && first != null && second != null) {
                    if (first < second) {
                        double same = tally.wins(i, j) - 1.0;
                        sums.add(task.prompt(), same, same + tally.wins(j, i));
                    }
                    if (task.isShared()) {
                        labels.add(label(task, name, i + ":" + j, Integer.compare(first, second)));
                    }
                }
            }
        }
    }

    private static Label label(RankingTask task, String annotator, String pair, int order) {
        String category = order == 0 ? "tie" : order < 0 ? "first" : "second";
        return new Label(task.prompt(), task.number() + ":" + pair, annotator, category);
    }

    /** Returns the lines of each annotator, by name. */
    Map<String, List<Figure>> figures() {
        Finding<AnnotatorReliability> reliability = AnnotatorReliability.of(labels);
        Map<String, List<Figure>> figures = new LinkedHashMap<>();
        taus.forEach((name, tau) -> figures.put(
                name,
                List.of(
                        Figure.ofMean(TAU_B, tau, bootstrap, NOT_SHARED),
                        Figure.ofMean(
                                PAIRS,
                                Optional.ofNullable(pairs.get(name)).orElseGet(PromptSums::ofRates),
                                bootstrap,
                                NOT_SHARED),
                        halved(reliability(RELIABILITY, reliability, name)))));
        return figures;
    }

    /** Counts each pair once, though it was labelled both ways round. */
    private static Figure halved(Figure figure) {
        return figure.withN(figure.n() / 2);
    }

    /** Returns the line of an annotator's reliability. */
    static Figure reliability(String statistic, Finding<AnnotatorReliability> reliability, String name) {
        return switch (reliability) {
            case Finding.Missing<AnnotatorReliability>(Undefined reason) -> Figure.of(statistic, reason);
            case Finding.Found<AnnotatorReliability>(AnnotatorReliability found) ->
                Figure.of(statistic, found.byAnnotator().getOrDefault(name, NOT_SHARED));
        };
    }
}
