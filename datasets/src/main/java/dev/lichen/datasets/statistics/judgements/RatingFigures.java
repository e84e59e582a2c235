package dev.lichen.datasets.statistics.judgements;

import dev.lichen.datasets.statistics.ClusterBootstrap;
import dev.lichen.datasets.statistics.Finding;
import dev.lichen.datasets.statistics.Statistic;
import dev.lichen.datasets.statistics.Undefined;
import dev.lichen.datasets.statistics.agreement.CohenKappa;
import dev.lichen.datasets.statistics.agreement.FleissKappa;
import dev.lichen.datasets.statistics.agreement.KrippendorffAlpha;
import dev.lichen.datasets.statistics.agreement.Metric;
import dev.lichen.datasets.statistics.agreement.ReliabilityData;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** Computes the figures of a set of ratings by one criterion. */
final class RatingFigures {

    static final String ALPHA = "Krippendorff's alpha, ";
    static final String EXACT = "same value given by two annotators";
    static final String FLEISS = "Fleiss' kappa";
    static final String COHEN = "Cohen's kappa";
    static final String SELF = "same value given by oneself";

    private static final Undefined NOT_SHARED =
            new Undefined(Undefined.Reason.TOO_FEW_VALUES, "no answer was rated by two annotators");

    private final Collection<RatingTask> all;
    private final List<RatingTask> shared;
    private final Scale scale;
    private final ClusterBootstrap bootstrap;

    RatingFigures(Collection<RatingTask> tasks, Scale scale, ClusterBootstrap bootstrap) {
        this.all = tasks;
        this.shared = tasks.stream().filter(RatingTask::isShared).toList();
        this.scale = scale;
        this.bootstrap = bootstrap;
    }

    List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        for (Metric metric : scale.numeric() ? Metric.values() : new Metric[] {Metric.NOMINAL}) {
            figures.add(alpha(metric));
        }
        figures.add(sameValue());
        figures.add(fleiss());
        figures.addAll(cohen());
        if (all.stream().anyMatch(task -> !task.repeats().isEmpty())) {
            figures.add(sameAsBefore());
        }
        return figures;
    }

    private Figure alpha(Metric metric) {
        String name = ALPHA + metric.name().toLowerCase(Locale.ROOT);
        if (shared.isEmpty()) {
            return Figure.of(name, NOT_SHARED);
        }
        List<List<Double>> units = shared.stream()
                .map(task -> task.values().values().stream().map(this::number).toList())
                .toList();
        ReliabilityData data = ReliabilityData.ofUnits(units);
        List<String> clusters = shared.stream().map(RatingTask::prompt).toList();
        return Figure.of(
                name,
                KrippendorffAlpha.of(data, metric),
                data.pairableValues(),
                KrippendorffAlpha.estimate(data, clusters, metric, bootstrap));
    }

    /** Returns a value as the number that it is, or the number of its word. */
    private double number(String value) {
        return scale.numeric() ? scale.number(value, 0) : scale.categories().indexOf(value);
    }

    private Figure sameValue() {
        PromptSums sums = PromptSums.ofRates();
        for (RatingTask task : shared) {
            Map<String, Long> counts = new HashMap<>();
            task.values().values().forEach(value -> counts.merge(scale.category(value), 1L, Long::sum));
            double same =
                    counts.values().stream().mapToDouble(n -> n * (n - 1) / 2.0).sum();
            double raters = task.values().size();
            sums.add(task.prompt(), same, raters * (raters - 1) / 2);
        }
        return Figure.ofMean(EXACT, sums, bootstrap, NOT_SHARED);
    }

    private Figure sameAsBefore() {
        PromptSums sums = PromptSums.ofRates();
        for (RatingTask task : all) {
            for (List<String> values : task.repeats()) {
                boolean same = scale.category(values.getFirst()).equals(scale.category(values.getLast()));
                sums.add(task.prompt(), same ? 1 : 0, 1);
            }
        }
        return Figure.ofMean(SELF, sums, bootstrap, NOT_SHARED);
    }

    private Figure fleiss() {
        if (shared.isEmpty()) {
            return Figure.of(FLEISS, NOT_SHARED);
        }
        int[][] counts = new int[shared.size()][scale.categories().size()];
        for (int task = 0; task < counts.length; task++) {
            for (String value : shared.get(task).values().values()) {
                counts[task][scale.categories().indexOf(scale.category(value))]++;
            }
        }
        return Figure.of(FLEISS, FleissKappa.of(counts), counts.length, FleissKappa.estimate(counts, bootstrap));
    }

    /** Returns Cohen's kappas if exactly two people rated. */
    private List<Figure> cohen() {
        List<String> raters = List.copyOf(new TreeSet<>(
                shared.stream().flatMap(task -> task.values().keySet().stream()).toList()));
        if (raters.size() != 2) {
            return List.of();
        }
        List<Figure> figures = new ArrayList<>(List.of(cohen(raters, COHEN, CohenKappa.Weight.PLAIN)));
        if (scale.numeric()) {
            figures.add(cohen(raters, COHEN + ", linear weights", CohenKappa.Weight.LINEAR));
            figures.add(cohen(raters, COHEN + ", quadratic weights", CohenKappa.Weight.QUADRATIC));
        }
        return figures;
    }

    private Figure cohen(List<String> raters, String name, CohenKappa.Weight weight) {
        List<Double> first = numbers(raters.getFirst());
        List<Double> second = numbers(raters.getLast());
        List<String> clusters = shared.stream().map(RatingTask::prompt).toList();
        Finding<Double> value = CohenKappa.of(first, second, weight);
        Statistic statistic = CohenKappa.estimate(first, second, clusters, weight, bootstrap);
        return Figure.of(name, value, first.size(), statistic);
    }

    private List<Double> numbers(String rater) {
        return shared.stream()
                .map(task -> number(task.values().getOrDefault(rater, "")))
                .toList();
    }
}
