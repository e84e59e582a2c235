package dev.lichen.datasets.statistics.preference;

import dev.lichen.datasets.statistics.Finding;
import dev.lichen.datasets.statistics.Statistic;
import dev.lichen.datasets.statistics.Undefined;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Bradley and Terry's model in which covariates, and not the items, say who wins: what each covariate does to the odds while
 * the others are held.
 *
 * <pre>{@code log odds(i ≻ j) = Σ_k β_k (x_ik − x_jk)}</pre>
 *
 * <p>This is logistic regression without intercept of "the first won" on the differences of the covariates; which of the two
 * comes first makes no difference, so each pair stands as the winner's less the loser's. Standard errors are the sandwich
 * H⁻¹(Σ g gᵀ)H⁻¹ · C/(C−1), g the score of one of C clusters, since pairs of one prompt share its answers. Sources: Bradley
 * and Terry (1952); Springall, Applied Statistics 22 (1973); White (1982); Liang and Zeger, Biometrika 73 (1986).
 *
 * <p>Undefined for a covariate in which no pair differs. All are undefined where covariates move together, so that they
 * cannot be told apart; where one, or some of them together, decides every pair (separation), so that the likelihood has no
 * finite maximum; and below {@value #FEWEST_CLUSTERS} clusters, of which a sandwich gives intervals that are too narrow
 * (Cameron and Miller, Journal of Human Resources 50, 2015).
 */
public final class PairCovariates {

    /** How many clusters the intervals take at least. */
    public static final int FEWEST_CLUSTERS = 20;

    private static final int FIRST_CAPACITY = 1024;

    private final int covariates;
    private final Map<String, Integer> clusters = new HashMap<>();
    private int size;
    private float[] differences;
    private int[] cluster = new int[FIRST_CAPACITY];

    /** Creates a model of so many covariates. */
    public PairCovariates(int covariates) {
        this.covariates = covariates;
        this.differences = new float[FIRST_CAPACITY * covariates];
    }

    /**
     * Adds a pair that was ordered strictly; it takes four bytes a covariate and four more.
     *
     * @param name names its cluster, such as its prompt
     * @param winnerLessLoser the difference of each covariate, rounded to seven digits
     */
    public void add(String name, double... winnerLessLoser) {
        if (winnerLessLoser.length != covariates) {
            throw new IllegalArgumentException("need " + covariates + " differences, were " + winnerLessLoser.length);
        }
        if (size == cluster.length) {
            cluster = Arrays.copyOf(cluster, 2 * size);
            differences = Arrays.copyOf(differences, 2 * size * covariates);
        }
        for (int k = 0; k < covariates; k++) {
            differences[size * covariates + k] = (float) winnerLessLoser[k];
        }
        cluster[size++] = clusters.computeIfAbsent(name, n -> clusters.size());
    }

    /** Returns n, the number of pairs. */
    public long pairs() {
        return size;
    }

    /**
     * Returns what a difference of 1 in each covariate does to the odds of winning while the others are held, exp β, with its
     * normal interval.
     *
     * @param level of the interval, in (0, 1)
     */
    public List<Statistic> oddsRatios(double level) {
        List<Integer> varying =
                IntStream.range(0, covariates).filter(this::varies).boxed().toList();
        Finding<CovariateFit> fit = fit();
        List<Statistic> ratios = new ArrayList<>();
        for (int k = 0; k < covariates; k++) {
            int number = varying.indexOf(k);
            ratios.add(fit.missing()
                    .<Statistic>map(reason -> reason)
                    .orElseGet(() ->
                            number < 0 ? noDifference() : fit.orElseThrow().oddsRatio(number, level)));
        }
        return ratios;
    }

    /** Fits the covariates in which any pair differs, in their order; the others are left out. */
    Finding<CovariateFit> fit() {
        int[] varying = IntStream.range(0, covariates).filter(this::varies).toArray();
        if (size == 0) {
            return Finding.undefined(Undefined.Reason.NO_OBSERVATIONS, "there are no pairs");
        }
        if (varying.length == 0) {
            return new Finding.Missing<>(noDifference());
        }
        if (clusters.size() < FEWEST_CLUSTERS) {
            return Finding.undefined(
                    Undefined.Reason.TOO_FEW_CLUSTERS,
                    "the pairs belong to %d clusters; %d are needed".formatted(clusters.size(), FEWEST_CLUSTERS));
        }
        return new CovariateAscent(this, varying).fit();
    }

    int clusters() {
        return clusters.size();
    }

    int cluster(int pair) {
        return cluster[pair];
    }

    double difference(int pair, int covariate) {
        return differences[pair * covariates + covariate];
    }

    private boolean varies(int covariate) {
        return IntStream.range(0, size).anyMatch(pair -> difference(pair, covariate) != 0);
    }

    private static Undefined noDifference() {
        return new Undefined(Undefined.Reason.NO_VARIATION, "no pair differs in it");
    }
}
