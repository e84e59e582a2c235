package dev.lichen.datasets.statistics.judgements;

import dev.lichen.datasets.Pair;
import dev.lichen.datasets.Ranking;
import dev.lichen.datasets.Tie;
import dev.lichen.datasets.statistics.Estimate;
import dev.lichen.datasets.statistics.Finding;
import dev.lichen.datasets.statistics.Interval;
import dev.lichen.datasets.statistics.Statistic;
import dev.lichen.datasets.statistics.Undefined;
import dev.lichen.datasets.statistics.WeakOrder;
import dev.lichen.datasets.statistics.preference.Davidson;
import dev.lichen.datasets.statistics.preference.JudgedOrder;
import dev.lichen.datasets.statistics.preference.PreferenceFit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects how the generators of answers were compared, and fits their strengths by Davidson's model. */
final class GeneratorOrders {

    private static final double ELO_SCALE = 400 / Math.log(10);

    private final List<JudgedOrder> pairs = new ArrayList<>();
    private final Map<String, Long> comparisons = new HashMap<>();

    void add(String prompt, Ranking ranking) {
        for (Pair pair : ranking.pairs()) {
            add(prompt, generator(ranking, pair.better()), generator(ranking, pair.worse()), false);
        }
        for (Tie tie : ranking.ties()) {
            add(prompt, generator(ranking, tie.first()), generator(ranking, tie.second()), true);
        }
    }

    private void add(String prompt, @Nullable String better, @Nullable String worse, boolean tied) {
        if (better != null && worse != null && !better.equals(worse)) {
            comparisons.merge(better, 1L, Long::sum);
            comparisons.merge(worse, 1L, Long::sum);
            WeakOrder order = tied ? new WeakOrder(List.of(List.of(better, worse))) : WeakOrder.strict(better, worse);
            pairs.add(new JudgedOrder(prompt, order));
        }
    }

    private static @Nullable String generator(Ranking ranking, int answer) {
        return ranking.answers().get(answer).generator();
    }

    /** Returns a line for each generator, strongest first; none if answers do not say where they come from. */
    List<Figure> figures() {
        if (comparisons.size() < 2) {
            return List.of();
        }
        return switch (Davidson.fit(pairs)) {
            case Finding.Missing<PreferenceFit>(Undefined reason) -> List.of(Figure.of("Elo of generators", reason));
            case Finding.Found<PreferenceFit>(PreferenceFit fit) ->
                fit.strengths().ranking().stream()
                        .map(name -> figure(fit, name))
                        .toList();
        };
    }

    private Figure figure(PreferenceFit fit, String name) {
        Interval logs = fit.interval(name, Interval.USUAL_LEVEL);
        long n = comparisons.getOrDefault(name, 0L);
        double elo = ELO_SCALE * Math.log(fit.strengths().strength(name));
        Interval interval = new Interval(ELO_SCALE * logs.low(), ELO_SCALE * logs.high(), logs.level());
        long clusters = Math.min(n, fit.errors().clusters());
        Statistic statistic = clusters < 2
                ? new Undefined(Undefined.Reason.TOO_FEW_CLUSTERS, "all comparisons belong to one prompt")
                : new Estimate(elo, interval, n, clusters, "Davidson, sandwich by prompts");
        return Figure.of("Elo of " + name, elo, n, statistic);
    }
}
