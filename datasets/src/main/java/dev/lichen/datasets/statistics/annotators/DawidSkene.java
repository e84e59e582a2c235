package dev.lichen.datasets.statistics.annotators;

import dev.lichen.datasets.statistics.ClusterBootstrap;
import dev.lichen.datasets.statistics.Finding;
import dev.lichen.datasets.statistics.Statistic;
import dev.lichen.datasets.statistics.Undefined;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Dawid and Skene's model: how often each annotator says l where k is true, and what each item probably is.
 *
 * <p>EM starts from the shares of the labels, so that "true" means what most say. It finds a maximum near there; small data
 * can have others.
 *
 * <p>Undefined without labels, with one category, with fewer than two annotators on common items.
 */
public final class DawidSkene {

    private final LabelPatterns patterns;
    private final LatentClasses classes;

    private DawidSkene(LabelPatterns patterns, LatentClasses classes) {
        this.patterns = patterns;
        this.classes = classes;
    }

    /** Fits the model. */
    public static Finding<DawidSkene> fit(Collection<Label> labels) {
        LabelPatterns patterns = new LabelPatterns(labels);
        if (problem(patterns) instanceof Finding.Missing<Integer>(Undefined reason)) {
            return new Finding.Missing<>(reason);
        }
        int[] all = IntStream.range(0, patterns.clusterCount()).toArray();
        LatentClasses classes =
                LatentClasses.fromVotes(patterns, patterns.weights(all), LatentClasses.ErrorModel.CONFUSION);
        return Finding.of(new DawidSkene(patterns, classes));
    }

    /** Returns the size of the largest group of annotators that common items connect, or why that is not enough. */
    static Finding<Integer> problem(LabelPatterns patterns) {
        if (patterns.size() == 0) {
            return Finding.undefined(Undefined.Reason.NO_OBSERVATIONS, "there are no labels");
        }
        if (patterns.categories().size() < 2) {
            return Finding.undefined(
                    Undefined.Reason.NO_VARIATION,
                    "all labels are " + patterns.categories().getFirst() + ": nobody could have been wrong");
        }
        int connected = patterns.groups().stream().mapToInt(List::size).max().orElse(0);
        return connected > 1
                ? Finding.of(connected)
                : Finding.undefined(Undefined.Reason.TOO_FEW_VALUES, "no item was labelled by two annotators");
    }

    /** Returns the categories, sorted. */
    public List<String> categories() {
        return patterns.categories();
    }

    /** Returns the annotators, sorted. */
    public List<String> annotators() {
        return patterns.annotators();
    }

    /** Returns π_k, the share of a category among the items. */
    public double share(String category) {
        return classes.prior(index(patterns.categories(), category));
    }

    /** Returns θ: the probability that an annotator says one category where another is true. */
    public double errorRate(String annotator, String truth, String said) {
        return classes.error(
                index(patterns.annotators(), annotator),
                index(patterns.categories(), truth),
                index(patterns.categories(), said));
    }

    /** Returns the probability that an annotator is right: Σ_k π_k θ_kk. */
    public double accuracy(String annotator) {
        return classes.accuracy(index(patterns.annotators(), annotator));
    }

    /** Returns whether EM came to rest; where the labels hardly determine the error rates it may still creep. */
    public boolean hasConverged() {
        return classes.hasConverged();
    }

    /** Returns the log-likelihood. */
    public double logLikelihood() {
        return classes.logLikelihood();
    }

    /** Returns what an item probably is: the probability of each category. */
    public Map<String, Double> item(String cluster, String item) {
        Integer pattern =
                patterns.patternOfItem().getOrDefault(cluster, Map.of()).get(item);
        if (pattern == null) {
            throw new IllegalArgumentException("no item " + item + " in cluster " + cluster);
        }
        Map<String, Double> probabilities = new LinkedHashMap<>();
        patterns.categories()
                .forEach(category -> probabilities.put(
                        category, classes.posterior(pattern, index(patterns.categories(), category))));
        return probabilities;
    }

    /**
     * Returns the probability that each annotator is right, with an interval of a level in (0, 1).
     *
     * <p>The interval comes from the labels' information by Louis' identity and the sandwich by clusters, symmetric on the
     * scale of log-odds; it takes as long as a few steps of EM. Error rates of 0 are taken as known, so that with few items
     * it is too narrow: the bootstrap of {@link #accuracy(String, ClusterBootstrap)} sees some of that. Undefined for
     * annotators whom items connect with fewer than two others, and where the labels do not determine who is right.
     */
    public Map<String, Statistic> accuracies(double level) {
        Set<String> known = AnnotatorReliability.connected(patterns);
        boolean[] connected = new boolean[annotators().size()];
        for (int a = 0; a < connected.length; a++) {
            connected[a] = known.contains(annotators().get(a));
        }
        Finding<double[]> errors = classes.hasConverged()
                ? new ConfusionErrors(patterns, classes, connected).errors()
                : new Finding.Missing<>(AnnotatorReliability.notSettled());
        AccuracyIntervals intervals = new AccuracyIntervals(patterns, "full", level);
        Map<String, Statistic> accuracies = new LinkedHashMap<>();
        for (int a = 0; a < connected.length; a++) {
            accuracies.put(
                    annotators().get(a), connected[a] ? accuracy(a, errors, intervals) : AnnotatorReliability.tooFew());
        }
        return accuracies;
    }

    private Statistic accuracy(int annotator, Finding<double[]> errors, AccuracyIntervals intervals) {
        double rate = Math.clamp(classes.accuracy(annotator), 0, 1);
        if (AccuracyIntervals.isNeverWrong(rate)) {
            return intervals.ofNeverWrong(annotator, rate);
        }
        return switch (errors) {
            case Finding.Found<double[]>(double[] found) -> intervals.of(annotator, rate, found[annotator]);
            case Finding.Missing<double[]>(Undefined reason) -> reason;
        };
    }

    /**
     * Returns the probability that an annotator is right, with its interval: clusters resampled and the model fitted anew. Each
     * resample is one more fit, which takes long where many annotators make many patterns.
     */
    public Statistic accuracy(String annotator, ClusterBootstrap bootstrap) {
        int number = index(patterns.annotators(), annotator);
        int[][] labels = IntStream.range(0, patterns.clusterCount())
                .mapToObj(patterns::cluster)
                .toArray(int[][]::new);
        long n = Arrays.stream(labels)
                .flatMapToInt(Arrays::stream)
                .mapToLong(patterns::labels)
                .sum();
        return bootstrap.estimate(
                patterns.clusterCount(),
                n,
                drawn -> classes.refitted(patterns.weights(drawn)).accuracy(number));
    }

    private static int index(List<String> names, String name) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("no " + name + " among " + names);
        }
        return index;
    }
}
