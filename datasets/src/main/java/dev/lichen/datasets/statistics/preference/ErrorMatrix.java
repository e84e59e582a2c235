package dev.lichen.datasets.statistics.preference;

import org.apache.commons.math3.linear.RealMatrix;

/**
 * The covariance of fitted strengths, from which the standard error of every difference follows.
 *
 * <p>A single strength has no error of its own: only differences can be seen, from another or from the mean of all.
 */
public final class ErrorMatrix {

    private final RealMatrix covariance;

    ErrorMatrix(RealMatrix covariance) {
        this.covariance = covariance;
    }

    /** Returns the standard error of parameter i less parameter j. */
    double ofDifference(int i, int j) {
        double variance = covariance.getEntry(i, i) + covariance.getEntry(j, j) - 2 * covariance.getEntry(i, j);
        return Math.sqrt(Math.max(0, variance));
    }

    /** Returns the standard error of a parameter: a strength less the mean of all, or log ν. */
    double of(int parameter) {
        return Math.sqrt(Math.max(0, covariance.getEntry(parameter, parameter)));
    }
}
