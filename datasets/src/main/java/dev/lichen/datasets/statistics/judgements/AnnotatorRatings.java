package dev.lichen.datasets.statistics.judgements;

import dev.lichen.datasets.statistics.ClusterBootstrap;
import dev.lichen.datasets.statistics.Finding;
import dev.lichen.datasets.statistics.Undefined;
import dev.lichen.datasets.statistics.annotators.AnnotatorReliability;
import dev.lichen.datasets.statistics.annotators.Label;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Computes how each annotator's ratings agree with those of the others. */
final class AnnotatorRatings {

    static final String EXACT = "same value as the others";
    static final String DIFFERENCE = "value less that of the others";

    private static final int MOST_CATEGORIES = 20;
    private static final Undefined NOT_SHARED =
            new Undefined(Undefined.Reason.TOO_FEW_VALUES, "rated nothing that another rated");

    private final Scale scale;
    private final ClusterBootstrap bootstrap;
    private final SortedMap<String, Sums> byAnnotator = new TreeMap<>();
    private final List<Label> labels = new ArrayList<>();

    private record Sums(PromptSums same, PromptSums difference) {}

    AnnotatorRatings(Collection<RatingTask> tasks, Scale scale, ClusterBootstrap bootstrap) {
        this.scale = scale;
        this.bootstrap = bootstrap;
        tasks.forEach(this::add);
    }

    private void add(RatingTask task) {
        Map<String, Long> counts = new LinkedHashMap<>();
        task.values().values().forEach(value -> counts.merge(scale.category(value), 1L, Long::sum));
        double total = task.values().values().stream()
                .mapToDouble(value -> scale.number(value, 0))
                .sum();
        double others = task.values().size() - 1.0;
        task.values().forEach((name, value) -> {
            if (RankingTask.isNamed(name)) {
                Sums sums =
                        byAnnotator.computeIfAbsent(name, n -> new Sums(PromptSums.ofRates(), PromptSums.ofNumbers()));
                sums.same().add(task.prompt(), counts.getOrDefault(scale.category(value), 1L) - 1.0, others);
                double own = scale.number(value, 0);
                sums.difference().add(task.prompt(), others * own - (total - own), others);
                if (others > 0) {
                    labels.add(new Label(task.prompt(), "" + task.number(), name, scale.category(value)));
                }
            }
        });
    }

    /** Returns the lines of each annotator, by name. */
    Map<String, List<Figure>> figures() {
        Finding<AnnotatorReliability> reliability = scale.categories().size() > MOST_CATEGORIES
                ? Finding.undefined(
                        Undefined.Reason.TOO_MANY_ITEMS,
                        "there are " + scale.categories().size() + " different values; at most " + MOST_CATEGORIES
                                + " are taken as categories")
                : AnnotatorReliability.of(labels);
        Map<String, List<Figure>> figures = new LinkedHashMap<>();
        byAnnotator.forEach((name, sums) -> {
            List<Figure> lines = new ArrayList<>();
            lines.add(Figure.ofMean(EXACT, sums.same(), bootstrap, NOT_SHARED));
            if (scale.numeric()) {
                lines.add(Figure.ofMean(DIFFERENCE, sums.difference(), bootstrap, NOT_SHARED));
            }
            lines.add(AnnotatorRankings.reliability(AnnotatorRankings.RELIABILITY, reliability, name));
            figures.put(name, lines);
        });
        return figures;
    }
}
