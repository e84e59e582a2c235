package dev.lichen.datasets.statistics.annotators;

import dev.lichen.datasets.statistics.Statistic;
import dev.lichen.datasets.statistics.Undefined;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.jspecify.annotations.Nullable;

/**
 * The errors of annotators' reliabilities, from the labels' information.
 *
 * <p>The parameters are log r/(1 − r) of each annotator and the log-odds of each category but the last. If the truth z
 * were known, their scores would be "labels right − expected" and "1[z = k] − π_k"; the labels' scores are the means of
 * those over z, and the labels' information is the full one less the covariance of those over z.
 */
final class ReliabilityErrors {

    private static final double SINGULAR = 1e-7;

    private final LabelPatterns patterns;
    private final LatentClasses classes;
    private final int annotators;
    private final int categories;
    private final Set<String> connected;
    private final @Nullable RealMatrix covariance;

    /** Prepares the errors of the annotators who are connected; of the others the labels say nothing. */
    ReliabilityErrors(LabelPatterns patterns, LatentClasses classes, Set<String> connected) {
        this.patterns = patterns;
        this.classes = classes;
        this.connected = connected;
        annotators = patterns.annotators().size();
        categories = patterns.categories().size();
        covariance = covariance();
    }

    /** Returns an annotator's probability of being right, with its interval. */
    Statistic estimate(int annotator, double level) {
        AccuracyIntervals intervals = new AccuracyIntervals(patterns, "one-coin", level);
        double rate = Math.clamp(classes.accuracy(annotator), 0, 1);
        if (isNeverWrong(annotator)) {
            return intervals.ofNeverWrong(annotator, rate);
        }
        if (covariance == null) {
            return new Undefined(
                    Undefined.Reason.NOT_CONVERGED, "the labels do not determine who is right: too few in common");
        }
        return intervals.of(annotator, rate, Math.sqrt(Math.max(0, covariance.getEntry(annotator, annotator))));
    }

    private boolean isNeverWrong(int annotator) {
        return AccuracyIntervals.isNeverWrong(classes.accuracy(annotator));
    }

    /** Returns whether an annotator's parameter has no part in the information. */
    private boolean isFixed(int annotator) {
        return isNeverWrong(annotator)
                || !connected.contains(patterns.annotators().get(annotator));
    }

    /** Returns H⁻¹(Σ g gᵀ)H⁻¹, or null where H cannot be inverted. */
    private @Nullable RealMatrix covariance() {
        RealMatrix information = information();
        double[] eigenvalues = new EigenDecomposition(information).getRealEigenvalues();
        double largest = Arrays.stream(eigenvalues).max().orElse(0);
        if (Arrays.stream(eigenvalues).min().orElse(0) <= SINGULAR * largest) {
            return null;
        }
        RealMatrix bread = new LUDecomposition(information).getSolver().getInverse();
        return bread.multiply(meat()).multiply(bread);
    }

    private int parameters() {
        return annotators + categories - 1;
    }

    private RealMatrix information() {
        RealMatrix information = MatrixUtils.createRealMatrix(parameters(), parameters());
        double items = 0;
        for (int p = 0; p < patterns.size(); p++) {
            double weight = classes.weight(p);
            items += weight;
            for (int label = 0; label < patterns.labels(p); label++) {
                int a = patterns.annotator(p, label);
                double rate = classes.accuracy(a);
                information.addToEntry(a, a, weight * rate * (1 - rate));
            }
            subtractLost(information, p, weight);
        }
        addShares(information, items);
        for (int a = 0; a < annotators; a++) {
            leaveOutIfFixed(information, a);
        }
        return information;
    }

    private void addShares(RealMatrix information, double items) {
        for (int c = 0; c < categories - 1; c++) {
            for (int d = 0; d < categories - 1; d++) {
                double share = (c == d ? classes.prior(c) : 0) - classes.prior(c) * classes.prior(d);
                information.addToEntry(annotators + c, annotators + d, items * share);
            }
        }
    }

    /** Takes out the covariance of the scores over z, given the pattern's labels. */
    private void subtractLost(RealMatrix information, int pattern, double weight) {
        int[] involved = involved(pattern);
        double[][] scores = new double[categories][];
        double[] mean = new double[involved.length];
        for (int truth = 0; truth < categories; truth++) {
            scores[truth] = scores(pattern, involved, truth);
            for (int i = 0; i < involved.length; i++) {
                mean[i] += classes.posterior(pattern, truth) * scores[truth][i];
            }
        }
        for (int i = 0; i < involved.length; i++) {
            for (int j = 0; j < involved.length; j++) {
                double moment = 0;
                for (int truth = 0; truth < categories; truth++) {
                    moment += classes.posterior(pattern, truth) * scores[truth][i] * scores[truth][j];
                }
                information.addToEntry(involved[i], involved[j], -weight * (moment - mean[i] * mean[j]));
            }
        }
    }

    /** Returns the parameters that a pattern has to do with: its annotators', and those of the shares. */
    private int[] involved(int pattern) {
        return IntStream.concat(
                        IntStream.range(0, patterns.labels(pattern))
                                .map(label -> patterns.annotator(pattern, label))
                                .distinct(),
                        IntStream.range(annotators, parameters()))
                .toArray();
    }

    /** Returns, for a truth, how many labels of each annotator are right, and which category it is. */
    private double[] scores(int pattern, int[] involved, int truth) {
        double[] scores = new double[involved.length];
        for (int i = 0; i < involved.length; i++) {
            if (involved[i] >= annotators) {
                scores[i] = involved[i] - annotators == truth ? 1 : 0;
            } else {
                for (int label = 0; label < patterns.labels(pattern); label++) {
                    boolean right = patterns.category(pattern, label) == truth;
                    scores[i] += right && patterns.annotator(pattern, label) == involved[i] ? 1 : 0;
                }
            }
        }
        return scores;
    }

    private void leaveOutIfFixed(RealMatrix information, int annotator) {
        if (isFixed(annotator)) {
            for (int p = 0; p < parameters(); p++) {
                information.setEntry(annotator, p, 0);
                information.setEntry(p, annotator, 0);
            }
            information.setEntry(annotator, annotator, 1);
        }
    }

    /** Returns Σ g gᵀ over clusters, g the labels' score. */
    private RealMatrix meat() {
        RealMatrix meat = MatrixUtils.createRealMatrix(parameters(), parameters());
        for (int c = 0; c < patterns.clusterCount(); c++) {
            double[] g = new double[parameters()];
            boolean[] touched = new boolean[parameters()];
            for (int pattern : patterns.cluster(c)) {
                addScore(pattern, g, touched);
            }
            for (int i = 0; i < g.length; i++) {
                for (int j = 0; touched[i] && j < g.length; j++) {
                    if (touched[j]) {
                        meat.addToEntry(i, j, g[i] * g[j]);
                    }
                }
            }
        }
        return meat;
    }

    private void addScore(int pattern, double[] g, boolean[] touched) {
        for (int label = 0; label < patterns.labels(pattern); label++) {
            int a = patterns.annotator(pattern, label);
            g[a] += classes.posterior(pattern, patterns.category(pattern, label)) - classes.accuracy(a);
            touched[a] = !isFixed(a);
        }
        for (int c = 0; c < categories - 1; c++) {
            g[annotators + c] += classes.posterior(pattern, c) - classes.prior(c);
            touched[annotators + c] = true;
        }
    }
}
