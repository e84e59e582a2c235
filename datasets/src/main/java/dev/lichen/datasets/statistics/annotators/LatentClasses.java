package dev.lichen.datasets.statistics.annotators;

import java.util.Arrays;

/**
 * The state of EM: the share of each category, each annotator's error rates, and what follows for each pattern.
 *
 * <p>E step: {@code P(z = k | labels) ∝ π_k Π θ_{a,k,label}}. M step: shares and error rates are the means that follow.
 */
final class LatentClasses {

    /** How the error rates of an annotator depend on each other. */
    enum ErrorModel {
        /** Every row of the confusion matrix is free. */
        CONFUSION,
        /** The right category has probability r, and the others share the rest evenly. */
        ONE_COIN
    }

    private static final double SMALLEST = 1e-100;
    private static final double CONVERGED = 1e-9;
    private static final int MOST_STEPS = 3000;

    private final LabelPatterns patterns;
    private final double[] weights;
    private final ErrorModel model;
    private final int k;
    private double[] prior;
    private double[][][] errors; // annotator, true category, given category
    private double[][] posteriors; // pattern, category
    private double logLikelihood;
    private boolean converged;

    /** Starts from the shares of the labels that each pattern got, and climbs until nothing changes. */
    LatentClasses(LabelPatterns patterns, double[] weights, ErrorModel model) {
        this.patterns = patterns;
        this.weights = weights.clone();
        this.model = model;
        k = patterns.categories().size();
        prior = new double[k];
        errors = new double[0][][];
        posteriors = votes();
        climb();
    }

    /** Starts from another fit, with other weights. */
    LatentClasses(LatentClasses start, double[] weights) {
        this.patterns = start.patterns;
        this.weights = weights.clone();
        this.model = start.model;
        k = start.k;
        prior = start.prior;
        errors = start.errors;
        posteriors = start.posteriors;
        climb();
    }

    private void climb() {
        double change = Double.POSITIVE_INFINITY;
        for (int step = 0; step < MOST_STEPS && change > CONVERGED; step++) {
            double[][][] before = errors;
            maximise();
            expect();
            change = change(before, errors);
        }
        converged = change <= CONVERGED;
    }

    private double[][] votes() {
        double[][] votes = new double[patterns.size()][k];
        for (int p = 0; p < votes.length; p++) {
            for (int label = 0; label < patterns.labels(p); label++) {
                votes[p][patterns.category(p, label)] += 1.0 / patterns.labels(p);
            }
        }
        return votes;
    }

    private void maximise() {
        double[] shares = new double[k];
        double[][][] counts = new double[patterns.annotators().size()][k][k];
        for (int p = 0; p < posteriors.length; p++) {
            for (int category = 0; category < k; category++) {
                double weight = weights[p] * posteriors[p][category];
                shares[category] += weight;
                for (int label = 0; label < patterns.labels(p); label++) {
                    counts[patterns.annotator(p, label)][category][patterns.category(p, label)] += weight;
                }
            }
        }
        prior = normalised(shares);
        errors = counts;
        for (double[][] confusion : errors) {
            if (model == ErrorModel.ONE_COIN) {
                shareErrors(confusion);
            } else {
                Arrays.setAll(confusion, category -> normalised(confusion[category]));
            }
        }
    }

    private void shareErrors(double[][] confusion) {
        double right = 0;
        double all = 0;
        for (int category = 0; category < k; category++) {
            right += confusion[category][category];
            all += Arrays.stream(confusion[category]).sum();
        }
        double rate = all > 0 ? right / all : 1.0 / k;
        for (int category = 0; category < k; category++) {
            Arrays.fill(confusion[category], (1 - rate) / Math.max(1, k - 1));
            confusion[category][category] = rate;
        }
    }

    private double[] normalised(double[] values) {
        double sum = Arrays.stream(values).sum();
        return Arrays.stream(values)
                .map(value -> sum > 0 ? value / sum : 1.0 / k)
                .toArray();
    }

    private void expect() {
        double[][] next = new double[patterns.size()][k];
        logLikelihood = 0;
        for (int p = 0; p < next.length; p++) {
            double largest = Double.NEGATIVE_INFINITY;
            for (int category = 0; category < k; category++) {
                next[p][category] = logJoint(p, category);
                largest = Math.max(largest, next[p][category]);
            }
            double sum = 0;
            for (int category = 0; category < k; category++) {
                next[p][category] = Math.exp(next[p][category] - largest);
                sum += next[p][category];
            }
            for (int category = 0; category < k; category++) {
                next[p][category] /= sum;
            }
            logLikelihood += weights[p] * (largest + Math.log(sum));
        }
        posteriors = next;
    }

    private double logJoint(int pattern, int category) {
        double log = Math.log(Math.max(SMALLEST, prior[category]));
        for (int label = 0; label < patterns.labels(pattern); label++) {
            double[][] confusion = errors[patterns.annotator(pattern, label)];
            log += Math.log(Math.max(SMALLEST, confusion[category][patterns.category(pattern, label)]));
        }
        return log;
    }

    private static double change(double[][][] before, double[][][] after) {
        if (before.length == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double change = 0;
        for (int a = 0; a < after.length; a++) {
            for (int c = 0; c < after[a].length; c++) {
                for (int l = 0; l < after[a][c].length; l++) {
                    change = Math.max(change, Math.abs(after[a][c][l] - before[a][c][l]));
                }
            }
        }
        return change;
    }

    boolean hasConverged() {
        return converged;
    }

    double logLikelihood() {
        return logLikelihood;
    }

    double prior(int category) {
        return prior[category];
    }

    /** Returns the probability that an annotator says one category where another is true. */
    double error(int annotator, int truth, int said) {
        return errors[annotator][truth][said];
    }

    /** Returns the probability of being right: Σ_k π_k θ_kk. */
    double accuracy(int annotator) {
        double sum = 0;
        for (int category = 0; category < k; category++) {
            sum += prior[category] * errors[annotator][category][category];
        }
        return sum;
    }

    /** Returns P(z = category | labels) of a pattern. */
    double posterior(int pattern, int category) {
        return posteriors[pattern][category];
    }

    double weight(int pattern) {
        return weights[pattern];
    }
}
