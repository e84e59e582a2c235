package dev.lichen.datasets.statistics.preference;

import dev.lichen.datasets.statistics.Interval;
import dev.lichen.datasets.statistics.WilsonInterval;
import java.util.Map;

/**
 * A model of preference, fitted by maximum likelihood.
 *
 * @param strengths of the items
 * @param tieParameters δ_t, the weight of a tie of t items, by t; empty if there are no ties. δ₂ of pairs is Davidson's ν
 * @param logLikelihood at the maximum
 * @param errors the standard errors
 */
public record PreferenceFit(
        Strengths strengths, Map<Integer, Double> tieParameters, double logLikelihood, Errors errors) {

    /**
     * The two estimates of the strengths' covariance.
     *
     * @param fisher the inverse of the Fisher information: right if the model is right and comparisons are independent
     * @param sandwich H⁻¹(Σ g gᵀ)H⁻¹, g the score of a cluster of comparisons (of one prompt, say): right also where they
     *     depend on each other. Source: White (1982); Liang and Zeger (1986)
     * @param clusters how many clusters the sandwich is made of
     */
    public record Errors(ErrorMatrix fisher, ErrorMatrix sandwich, long clusters) {}

    public PreferenceFit {
        tieParameters = Map.copyOf(tieParameters);
    }

    /** Returns the standard error of log p_i − log p_reference by the Fisher information. */
    public double standardError(String reference, String item) {
        return errors.fisher().ofDifference(strengths.index(item), strengths.index(reference));
    }

    /** Returns the standard error of log p_i − log p_reference by the sandwich. */
    public double robustError(String reference, String item) {
        return errors.sandwich().ofDifference(strengths.index(item), strengths.index(reference));
    }

    /** Returns the standard error of log p_i less the mean of all by the sandwich. */
    public double robustError(String item) {
        return errors.sandwich().of(strengths.index(item));
    }

    /** Returns the normal interval of log p_i less the mean of all, by the sandwich. */
    public Interval interval(String item, double level) {
        double value = strengths.logStrengths().get(strengths.index(item));
        double half = WilsonInterval.normalQuantile(0.5 + level / 2) * robustError(item);
        return new Interval(value - half, value + half, level);
    }

    /** Returns the normal interval of log p_i − log p_reference, by the sandwich. */
    public Interval interval(String reference, String item, double level) {
        double value = strengths.relativeTo(reference, item);
        double half = WilsonInterval.normalQuantile(0.5 + level / 2) * robustError(reference, item);
        return new Interval(value - half, value + half, level);
    }

    /** Returns the weight of a tie of t items; 0 if there was none. */
    public double tieParameter(int items) {
        return items == 1 ? 1 : tieParameters.getOrDefault(items, 0.0);
    }
}
