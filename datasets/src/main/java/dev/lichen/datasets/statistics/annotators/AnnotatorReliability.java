package dev.lichen.datasets.statistics.annotators;

import dev.lichen.datasets.statistics.Finding;
import dev.lichen.datasets.statistics.Interval;
import dev.lichen.datasets.statistics.Statistic;
import dev.lichen.datasets.statistics.Undefined;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The probability that each annotator is right, in Dawid and Skene's model with one number an annotator.
 *
 * <p>An annotator names the true category with probability r and any other with (1 − r)/(C − 1). r comes from EM, its
 * interval from the curvature of the likelihood by Louis' identity (information that the labels hold = information if the
 * truth were known − what is lost by not knowing it), made robust by clusters (H⁻¹(Σ g gᵀ)H⁻¹) and found on the scale of
 * log r/(1 − r), so that it stays within 0 and 1. An annotator who is never found wrong gets Wilson's interval by clusters.
 * Sources: Dawid and Skene (1979); Louis, Finding the observed information matrix when using the EM algorithm, JRSS B 44
 * (1982).
 *
 * <p>Undefined where the labels do not determine r: for annotators whom common items connect with fewer than two others, since
 * of two who differ nothing says which one is wrong.
 *
 * @param byAnnotator the probability of being right, in [0, 1], for each annotator
 * @param shares π, the share of each category among the items
 */
public record AnnotatorReliability(Map<String, Statistic> byAnnotator, Map<String, Double> shares) {

    private static final int FEWEST_ANNOTATORS = 3;
    private static final int MOST_ANNOTATORS = 500;

    public AnnotatorReliability {
        byAnnotator = Collections.unmodifiableMap(new LinkedHashMap<>(byAnnotator));
        shares = Collections.unmodifiableMap(new LinkedHashMap<>(shares));
    }

    /** Fits the model, with 95 % intervals. */
    public static Finding<AnnotatorReliability> of(Collection<Label> labels) {
        return of(labels, Interval.USUAL_LEVEL);
    }

    /** Fits the model, with intervals of a level in (0, 1). */
    public static Finding<AnnotatorReliability> of(Collection<Label> labels, double level) {
        LabelPatterns patterns = new LabelPatterns(labels);
        return switch (DawidSkene.problem(patterns)) {
            case Finding.Missing<Integer>(Undefined reason) -> new Finding.Missing<>(reason);
            case Finding.Found<Integer>(Integer connected)
            when connected < FEWEST_ANNOTATORS -> new Finding.Missing<>(tooFew());
            case Finding.Found<Integer> enough
            when patterns.annotators().size() > MOST_ANNOTATORS ->
                Finding.undefined(
                        Undefined.Reason.TOO_MANY_ITEMS,
                        "there are " + patterns.annotators().size() + " annotators; at most " + MOST_ANNOTATORS
                                + " are fitted together");
            case Finding.Found<Integer> enough -> fit(patterns, level);
        };
    }

    private static Finding<AnnotatorReliability> fit(LabelPatterns patterns, double level) {
        int[] all = IntStream.range(0, patterns.clusterCount()).toArray();
        LatentClasses classes =
                LatentClasses.fromVotes(patterns, patterns.weights(all), LatentClasses.ErrorModel.ONE_COIN);
        if (!classes.hasConverged()) {
            return new Finding.Missing<>(notSettled());
        }
        Set<String> connected = connected(patterns);
        ReliabilityErrors errors = new ReliabilityErrors(patterns, classes, connected);
        Map<String, Statistic> byAnnotator = new LinkedHashMap<>();
        for (int a = 0; a < patterns.annotators().size(); a++) {
            String name = patterns.annotators().get(a);
            byAnnotator.put(name, connected.contains(name) ? errors.estimate(a, level) : tooFew());
        }
        Map<String, Double> shares = new LinkedHashMap<>();
        for (int c = 0; c < patterns.categories().size(); c++) {
            shares.put(patterns.categories().get(c), classes.prior(c));
        }
        return Finding.of(new AnnotatorReliability(byAnnotator, shares));
    }

    /** Returns the annotators whom common items connect with two others or more. */
    static Set<String> connected(LabelPatterns patterns) {
        Set<String> connected = new HashSet<>();
        patterns.groups().stream()
                .filter(group -> group.size() >= FEWEST_ANNOTATORS)
                .forEach(connected::addAll);
        return connected;
    }

    static Undefined notSettled() {
        return new Undefined(
                Undefined.Reason.NOT_CONVERGED, "EM did not settle: the labels hardly determine who is right");
    }

    static Undefined tooFew() {
        return new Undefined(
                Undefined.Reason.TOO_FEW_VALUES,
                "shares items with fewer than two others: where two differ, nothing says who is right");
    }
}
