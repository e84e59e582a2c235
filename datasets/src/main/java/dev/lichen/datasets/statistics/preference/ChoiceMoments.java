package dev.lichen.datasets.statistics.preference;

import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.util.CombinatoricsUtils;

/**
 * What the model expects of a choice from one set: log of the sum of weights, mean and covariance of the statistic.
 *
 * <p>Every tier that could be chosen is looked at once. Parameters outside the set have no part in it.
 */
final class ChoiceMoments {

    private final int[] parameters;
    private final double[] mean;
    private final double[][] second;
    private double total;
    private double largest = Double.NEGATIVE_INFINITY;

    private ChoiceMoments(int[] parameters) {
        this.parameters = parameters;
        this.mean = new double[parameters.length];
        this.second = new double[parameters.length][parameters.length];
    }

    /** Computes the moments of a choice from a set, at these values of the parameters. */
    static ChoiceMoments of(Choices choices, BitSet set, double[] values) {
        int[] items = set.stream().toArray();
        List<Integer> sizes =
                choices.tieSizes().stream().filter(size -> size <= items.length).toList();
        int[] parameters = new int[items.length + sizes.size()];
        System.arraycopy(items, 0, parameters, 0, items.length);
        for (int s = 0; s < sizes.size(); s++) {
            parameters[items.length + s] = choices.tieParameter(sizes.get(s));
        }
        ChoiceMoments moments = new ChoiceMoments(parameters);
        moments.findLargest(values, items.length);
        moments.addSingles(values, items.length);
        for (int s = 0; s < sizes.size(); s++) {
            moments.addTies(values, items.length, sizes.get(s), items.length + s);
        }
        moments.normalise();
        return moments;
    }

    /** Bounds the exponents, so that none overflows. */
    private void findLargest(double[] values, int items) {
        double strongest = Double.NEGATIVE_INFINITY;
        double likeliest = 0;
        for (int i = 0; i < parameters.length; i++) {
            if (i < items) {
                strongest = Math.max(strongest, values[parameters[i]]);
            } else {
                likeliest = Math.max(likeliest, values[parameters[i]]);
            }
        }
        largest = strongest + likeliest;
    }

    private void addSingles(double[] values, int items) {
        for (int i = 0; i < items; i++) {
            double weight = Math.exp(values[parameters[i]] - largest);
            total += weight;
            mean[i] += weight;
            second[i][i] += weight;
        }
    }

    private void addTies(double[] values, int items, int size, int tie) {
        Iterator<int[]> tiers = CombinatoricsUtils.combinationsIterator(items, size);
        while (tiers.hasNext()) {
            int[] tier = tiers.next();
            double sum = 0;
            for (int i : tier) {
                sum += values[parameters[i]];
            }
            double weight = Math.exp(values[parameters[tie]] + sum / size - largest);
            total += weight;
            mean[tie] += weight;
            second[tie][tie] += weight;
            for (int i : tier) {
                mean[i] += weight / size;
                second[i][tie] += weight / size;
                second[tie][i] += weight / size;
                for (int j : tier) {
                    second[i][j] += weight / ((double) size * size);
                }
            }
        }
    }

    private void normalise() {
        for (int i = 0; i < mean.length; i++) {
            mean[i] /= total;
        }
        for (int i = 0; i < mean.length; i++) {
            for (int j = 0; j < mean.length; j++) {
                second[i][j] = second[i][j] / total - mean[i] * mean[j];
            }
        }
    }

    /** Returns log Σ of the weights. */
    double logTotal() {
        return largest + Math.log(total);
    }

    /** Adds the mean, times a factor, to a vector over all parameters. */
    void addMean(double factor, double[] target) {
        for (int i = 0; i < mean.length; i++) {
            target[parameters[i]] += factor * mean[i];
        }
    }

    /** Adds the covariance, times a factor, to a matrix over all parameters. */
    void addCovariance(double factor, RealMatrix target) {
        for (int i = 0; i < mean.length; i++) {
            for (int j = 0; j < mean.length; j++) {
                target.addToEntry(parameters[i], parameters[j], factor * second[i][j]);
            }
        }
    }
}
