package dev.lichen.datasets.statistics.preference;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/** The log-likelihood of choices at one point, with its slope and its curvature. */
final class Likelihood {

    private final Choices choices;
    private final List<ChoiceMoments> moments = new ArrayList<>();
    private final double value;
    private final double[] gradient;
    private final RealMatrix information;

    Likelihood(Choices choices, double[] parameters) {
        this.choices = choices;
        gradient = choices.observed();
        information = MatrixUtils.createRealMatrix(parameters.length, parameters.length);
        double sum = 0;
        for (int p = 0; p < parameters.length; p++) {
            sum += gradient[p] * parameters[p];
        }
        int number = 0;
        for (BitSet set : choices.sets()) {
            double weight = choices.weight(number++);
            ChoiceMoments of = ChoiceMoments.of(choices, set, parameters);
            moments.add(of);
            sum -= weight * of.logTotal();
            of.addMean(-weight, gradient);
            of.addCovariance(weight, information);
        }
        value = sum;
    }

    double value() {
        return value;
    }

    /** Returns the observed less the expected statistic, by parameter. */
    double[] gradient() {
        return gradient.clone();
    }

    /**
     * Returns the inverse of the Fisher information on changes of the strengths that sum to 0: a common factor of all
     * strengths cannot be seen, so the information of that direction, 0, is replaced by 1 and taken out again.
     */
    RealMatrix covariance() {
        int k = choices.items();
        RealMatrix full = information.copy();
        addToStrengths(full, 1.0 / k);
        RealMatrix inverse = new LUDecomposition(full, 0).getSolver().getInverse();
        addToStrengths(inverse, -1.0 / k);
        return inverse;
    }

    private void addToStrengths(RealMatrix matrix, double amount) {
        for (int i = 0; i < choices.items(); i++) {
            for (int j = 0; j < choices.items(); j++) {
                matrix.addToEntry(i, j, amount);
            }
        }
    }

    /** Returns H⁻¹(Σ g gᵀ)H⁻¹, g the gradient of one cluster. */
    RealMatrix sandwich() {
        int n = gradient.length;
        RealMatrix meat = MatrixUtils.createRealMatrix(n, n);
        for (Choices.Cluster cluster : choices.clusters()) {
            double[] g = new double[n];
            cluster.statistics().forEach((parameter, chosen) -> g[parameter] += chosen);
            cluster.chosen().forEach((set, times) -> moments.get(set).addMean((double) -times, g));
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    meat.addToEntry(i, j, cluster.copies() * g[i] * g[j]);
                }
            }
        }
        RealMatrix bread = covariance();
        return bread.multiply(meat).multiply(bread);
    }
}
