package dev.lichen.datasets.statistics.annotators;

import dev.lichen.datasets.statistics.Finding;
import dev.lichen.datasets.statistics.Undefined;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.NonPositiveDefiniteMatrixException;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * The errors of accuracies in the model with confusion matrices, from the labels' information.
 *
 * <p>The parameters are log-odds: of each category's share against the largest, of each error rate against the largest of its
 * row. Those that the fit put at 0 are fixed there. If the truth z were known, the score of a row (a, z) would be
 * {@code n_al − n_a θ_azl}; the labels' scores are the means over z, and by Louis' identity their information H is the full
 * one less the covariance over z. With ∇ the gradient of {@code Σ π_k θ_kk} the variance is
 * {@code Σ_clusters (∇ᵀ H⁻¹ g)²}, g a cluster's score.
 */
final class ConfusionErrors {

    private static final int MOST_PARAMETERS = 1200;

    /** A probability or a row of labels below this has no part in the information. */
    private static final double NOTHING = 1e-5;

    /** The least pivot of the information, scaled to a diagonal of 1. */
    private static final double SINGULAR = 1e-9;

    private final LabelPatterns patterns;
    private final LatentClasses classes;
    private final int k;
    private final int[] number; // of π_k and θ_akl: which free parameter it is, or −1
    private final int free;
    private final List<MeanScore> means = new ArrayList<>();

    /** The score of a pattern's labels: the numbers of the parameters that it has to do with, and the values. */
    @SuppressWarnings("ArrayRecordComponent") // private, compared by nobody, one for each of many patterns
    private record MeanScore(int[] numbers, double[] values) {

        double along(double[] direction) {
            double sum = 0;
            for (int i = 0; i < numbers.length; i++) {
                sum += direction[numbers[i]] * values[i];
            }
            return sum;
        }
    }

    /** Prepares the errors; the annotators who are not connected have no free parameters. */
    ConfusionErrors(LabelPatterns patterns, LatentClasses classes, boolean[] connected) {
        this.patterns = patterns;
        this.classes = classes;
        k = patterns.categories().size();
        number = new int[k + connected.length * k * k];
        Arrays.fill(number, -1);
        double[][][] said = said();
        int next = count(0, shares(), 0);
        for (int a = 0; a < connected.length; a++) {
            for (int truth = 0; truth < k; truth++) {
                boolean known = connected[a] && Arrays.stream(said[a][truth]).sum() > NOTHING;
                next = known ? count(row(a, truth), rates(a, truth), next) : next;
            }
        }
        free = next;
    }

    /** Returns the standard errors of the log-odds of being right, or why there are none. */
    Finding<double[]> errors() {
        if (free > MOST_PARAMETERS) {
            return Finding.undefined(
                    Undefined.Reason.TOO_MANY_ITEMS,
                    "there are " + free + " shares and error rates; at most " + MOST_PARAMETERS
                            + " are taken together (the model with one number an annotator takes more annotators)");
        }
        RealMatrix information = information();
        double[] scale = new double[free];
        Arrays.setAll(scale, i -> Math.sqrt(Math.max(Double.MIN_NORMAL, information.getEntry(i, i))));
        RealMatrix scaled = MatrixUtils.createRealMatrix(free, free);
        for (int i = 0; i < free; i++) {
            for (int j = 0; j < free; j++) {
                scaled.setEntry(i, j, information.getEntry(i, j) / (scale[i] * scale[j]));
            }
        }
        try {
            DecompositionSolver solver = new CholeskyDecomposition(scaled, NOTHING, SINGULAR).getSolver();
            double[] errors = new double[patterns.annotators().size()];
            Arrays.setAll(errors, annotator -> error(annotator, solver, scale));
            return Finding.of(errors);
        } catch (NonPositiveDefiniteMatrixException e) {
            return Finding.undefined(
                    Undefined.Reason.NOT_CONVERGED, "the labels do not determine who is right: too few in common");
        }
    }

    private double error(int annotator, DecompositionSolver solver, double[] scale) {
        double[] gradient = gradient(annotator);
        Arrays.setAll(gradient, i -> gradient[i] / scale[i]);
        double[] direction = solver.solve(new ArrayRealVector(gradient, false)).toArray();
        Arrays.setAll(direction, i -> direction[i] / scale[i]);
        double[] influence = new double[patterns.size()];
        Arrays.setAll(influence, pattern -> means.get(pattern).along(direction));
        double variance = 0;
        for (int c = 0; c < patterns.clusterCount(); c++) {
            double sum = 0;
            for (int pattern : patterns.cluster(c)) {
                sum += influence[pattern];
            }
            variance += sum * sum;
        }
        double rate = classes.accuracy(annotator);
        return Math.sqrt(variance) / (rate * (1 - rate));
    }

    /** Returns the derivatives of the probability of being right. */
    private double[] gradient(int annotator) {
        double[] gradient = new double[free];
        double accuracy = classes.accuracy(annotator);
        for (int truth = 0; truth < k; truth++) {
            double right = classes.error(annotator, truth, truth);
            add(gradient, truth, classes.prior(truth) * (right - accuracy));
            for (int said = 0; said < k; said++) {
                double bend = (said == truth ? 1 : 0) - classes.error(annotator, truth, said);
                add(gradient, row(annotator, truth) + said, classes.prior(truth) * right * bend);
            }
        }
        return gradient;
    }

    private void add(double[] vector, int place, double value) {
        if (number[place] >= 0) {
            vector[number[place]] += value;
        }
    }

    private RealMatrix information() {
        double[][] information = new double[free][free];
        for (int pattern = 0; pattern < patterns.size(); pattern++) {
            double weight = classes.weight(pattern);
            Scores scores = new Scores(pattern);
            means.add(new MeanScore(scores.numbers, scores.mean));
            scores.addCovariance(information, -weight);
            addKnown(information, 0, shares(), weight);
            for (int annotator : scores.annotators) {
                double labels = weight * patterns.labels(pattern, annotator);
                for (int truth = 0; truth < k; truth++) {
                    double share = classes.posterior(pattern, truth);
                    addKnown(information, row(annotator, truth), rates(annotator, truth), labels * share);
                }
            }
        }
        return MatrixUtils.createRealMatrix(information);
    }

    /** Adds the information of a choice with these probabilities: diag(p) − p pᵀ. */
    private void addKnown(double[][] information, int place, double[] p, double weight) {
        for (int i = 0; i < k; i++) {
            for (int j = 0; number[place + i] >= 0 && j < k; j++) {
                if (number[place + j] >= 0) {
                    information[number[place + i]][number[place + j]] += weight * ((i == j ? p[i] : 0) - p[i] * p[j]);
                }
            }
        }
    }

    /** The scores of the parameters that a pattern has to do with, for each truth, and their mean. */
    private final class Scores {

        private final int pattern;
        private final int[] annotators;
        private final int[] numbers;
        private final double[][] ofTruth;
        private final double[] mean;

        Scores(int pattern) {
            this.pattern = pattern;
            annotators = patterns.annotatorsOf(pattern);
            int[] places = new int[k + annotators.length * k * k];
            int next = 0;
            for (int c = 0; c < k; c++) {
                places[next++] = c;
            }
            for (int annotator : annotators) {
                for (int place = 0; place < k * k; place++) {
                    places[next++] = row(annotator, 0) + place;
                }
            }
            numbers = Arrays.stream(places)
                    .map(place -> number[place])
                    .filter(n -> n >= 0)
                    .toArray();
            ofTruth = new double[k][];
            mean = new double[numbers.length];
            for (int truth = 0; truth < k; truth++) {
                ofTruth[truth] = scores(truth, places.length);
                for (int i = 0; i < mean.length; i++) {
                    mean[i] += classes.posterior(pattern, truth) * ofTruth[truth][i];
                }
            }
        }

        private double[] scores(int truth, int size) {
            double[] all = new double[size];
            for (int c = 0; c < k; c++) {
                all[c] = (c == truth ? 1 : 0) - classes.prior(c);
            }
            for (int i = 0; i < annotators.length; i++) {
                int row = k + (i * k + truth) * k;
                int labels = patterns.labels(pattern, annotators[i]);
                for (int said = 0; said < k; said++) {
                    all[row + said] = -labels * classes.error(annotators[i], truth, said);
                }
                for (int label = 0; label < patterns.labels(pattern); label++) {
                    boolean own = patterns.annotator(pattern, label) == annotators[i];
                    all[row + patterns.category(pattern, label)] += own ? 1 : 0;
                }
            }
            return freeOnly(all);
        }

        private double[] freeOnly(double[] all) {
            double[] kept = new double[numbers.length];
            int next = 0;
            for (int i = 0; i < all.length; i++) {
                int place = i < k ? i : row(annotators[(i - k) / (k * k)], 0) + (i - k) % (k * k);
                if (number[place] >= 0) {
                    kept[next++] = all[i];
                }
            }
            return kept;
        }

        private void addCovariance(double[][] information, double weight) {
            for (int truth = 0; truth < k; truth++) {
                addProduct(information, ofTruth[truth], weight * classes.posterior(pattern, truth));
            }
            addProduct(information, mean, -weight);
        }

        private void addProduct(double[][] information, double[] vector, double weight) {
            for (int i = 0; i < vector.length; i++) {
                double factor = weight * vector[i];
                for (int j = 0; factor != 0 && j < vector.length; j++) {
                    information[numbers[i]][numbers[j]] += factor * vector[j];
                }
            }
        }
    }

    /** Numbers the probabilities of a row that are not 0, but for the largest; returns the next number. */
    private int count(int place, double[] probabilities, int next) {
        int largest = 0;
        for (int i = 1; i < k; i++) {
            largest = probabilities[i] > probabilities[largest] ? i : largest;
        }
        int following = next;
        for (int i = 0; i < k; i++) {
            if (i != largest && probabilities[i] > NOTHING) {
                number[place + i] = following++;
            }
        }
        return following;
    }

    /** Returns how many labels of an annotator belong to each truth, as far as is known. */
    private double[][][] said() {
        double[][][] said = new double[patterns.annotators().size()][k][k];
        for (int p = 0; p < patterns.size(); p++) {
            for (int label = 0; label < patterns.labels(p); label++) {
                for (int truth = 0; truth < k; truth++) {
                    said[patterns.annotator(p, label)][truth][patterns.category(p, label)] +=
                            classes.weight(p) * classes.posterior(p, truth);
                }
            }
        }
        return said;
    }

    private double[] shares() {
        double[] shares = new double[k];
        Arrays.setAll(shares, classes::prior);
        return shares;
    }

    private double[] rates(int annotator, int truth) {
        double[] rates = new double[k];
        Arrays.setAll(rates, said -> classes.error(annotator, truth, said));
        return rates;
    }

    private int row(int annotator, int truth) {
        return k + (annotator * k + truth) * k;
    }
}
