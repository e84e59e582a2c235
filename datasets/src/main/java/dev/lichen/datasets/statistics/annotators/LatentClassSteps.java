package dev.lichen.datasets.statistics.annotators;

import dev.lichen.datasets.statistics.annotators.LatentClasses.ErrorModel;
import java.util.Arrays;

/**
 * The two steps of EM on weighted patterns.
 *
 * <p>The parameters are one array: π_k, then θ of each annotator, a row for each true category. Logarithms are taken once a
 * step, a pattern that no resample drew is passed over.
 */
final class LatentClassSteps {

    private static final double SMALLEST = 1e-100;

    private final LabelPatterns patterns;
    private final double[] weights;
    private final ErrorModel model;
    private final int k;
    private final int size;
    private final double[] posteriors; // pattern, category
    private double logLikelihood;

    LatentClassSteps(LabelPatterns patterns, double[] weights, ErrorModel model) {
        this.patterns = patterns;
        this.weights = weights.clone();
        this.model = model;
        k = patterns.categories().size();
        size = k + patterns.annotators().size() * k * k;
        posteriors = new double[patterns.size() * k];
    }

    /** Returns the same steps on other weights. */
    LatentClassSteps with(double[] newWeights) {
        return new LatentClassSteps(patterns, newWeights, model);
    }

    /** Returns the parameters that follow if each label of an item is the truth with the same probability. */
    double[] votes() {
        for (int p = 0; p < patterns.size(); p++) {
            for (int label = 0; label < patterns.labels(p); label++) {
                posteriors[p * k + patterns.category(p, label)] += 1.0 / patterns.labels(p);
            }
        }
        return maximise();
    }

    /** Returns the parameters one step on; {@link #logLikelihood} is then that of those given. */
    double[] step(double[] parameters) {
        expect(parameters);
        return maximise();
    }

    /** Finds what each pattern probably is, and the likelihood. */
    void expect(double[] parameters) {
        double[] logs = new double[size];
        for (int i = 0; i < size; i++) {
            logs[i] = Math.log(Math.max(SMALLEST, parameters[i]));
        }
        logLikelihood = 0;
        for (int p = 0; p < patterns.size(); p++) {
            if (weights[p] > 0) {
                logLikelihood += weights[p] * expect(p, logs);
            }
        }
    }

    /** Returns the log-probability of a pattern's labels. */
    private double expect(int pattern, double[] logs) {
        int labels = patterns.labels(pattern);
        double largest = Double.NEGATIVE_INFINITY;
        for (int category = 0; category < k; category++) {
            double log = logs[category];
            for (int label = 0; label < labels; label++) {
                log += logs[place(patterns.annotator(pattern, label), category) + patterns.category(pattern, label)];
            }
            posteriors[pattern * k + category] = log;
            largest = Math.max(largest, log);
        }
        double sum = 0;
        for (int place = pattern * k; place < (pattern + 1) * k; place++) {
            posteriors[place] = Math.exp(posteriors[place] - largest);
            sum += posteriors[place];
        }
        for (int place = pattern * k; place < (pattern + 1) * k; place++) {
            posteriors[place] /= sum;
        }
        return largest + Math.log(sum);
    }

    private double[] maximise() {
        double[] counts = new double[size];
        for (int p = 0; p < patterns.size(); p++) {
            int labels = patterns.labels(p);
            for (int category = 0; category < k && weights[p] > 0; category++) {
                double weight = weights[p] * posteriors[p * k + category];
                counts[category] += weight;
                for (int label = 0; label < labels; label++) {
                    counts[place(patterns.annotator(p, label), category) + patterns.category(p, label)] += weight;
                }
            }
        }
        if (model == ErrorModel.ONE_COIN) {
            for (int annotator = 0; annotator < patterns.annotators().size(); annotator++) {
                shareErrors(counts, annotator);
            }
        }
        return normalised(counts);
    }

    private void shareErrors(double[] counts, int annotator) {
        double right = 0;
        double all = 0;
        for (int category = 0; category < k; category++) {
            int row = place(annotator, category);
            right += counts[row + category];
            all += Arrays.stream(counts, row, row + k).sum();
        }
        double rate = all > 0 ? right / all : 1.0 / k;
        for (int category = 0; category < k; category++) {
            int row = place(annotator, category);
            Arrays.fill(counts, row, row + k, (1 - rate) / Math.max(1, k - 1));
            counts[row + category] = rate;
        }
    }

    /** Divides the shares, and each row of error rates, by their sum; an empty row becomes even. */
    double[] normalised(double[] parameters) {
        for (int row = 0; row < size; row += k) {
            double sum = 0;
            for (int i = row; i < row + k; i++) {
                sum += parameters[i];
            }
            for (int i = row; i < row + k; i++) {
                parameters[i] = sum > 0 ? parameters[i] / sum : 1.0 / k;
            }
        }
        return parameters;
    }

    /** Returns where an annotator's error rates for a true category begin. */
    int place(int annotator, int truth) {
        return k + (annotator * k + truth) * k;
    }

    /** Returns how many labels a step looks at, each for every category. */
    long looks() {
        long labels = 0;
        for (int p = 0; p < patterns.size(); p++) {
            labels += patterns.labels(p);
        }
        return labels * k;
    }

    int categories() {
        return k;
    }

    double logLikelihood() {
        return logLikelihood;
    }

    double posterior(int pattern, int category) {
        return posteriors[pattern * k + category];
    }

    double weight(int pattern) {
        return weights[pattern];
    }
}
