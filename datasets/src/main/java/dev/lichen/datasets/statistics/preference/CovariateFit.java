package dev.lichen.datasets.statistics.preference;

import dev.lichen.datasets.statistics.Estimate;
import dev.lichen.datasets.statistics.Interval;
import dev.lichen.datasets.statistics.Statistic;
import dev.lichen.datasets.statistics.Undefined;
import dev.lichen.datasets.statistics.WilsonInterval;
import java.util.List;

/**
 * Fitted covariates of pairs.
 *
 * @param coefficients β of each
 * @param robustErrors their standard errors by the sandwich
 * @param pairs n
 * @param clusters C
 */
record CovariateFit(List<Double> coefficients, List<Double> robustErrors, long pairs, long clusters) {

    CovariateFit {
        coefficients = List.copyOf(coefficients);
        robustErrors = List.copyOf(robustErrors);
    }

    /** Returns exp β of a covariate; undefined where a bound is beyond all numbers. */
    Statistic oddsRatio(int covariate, double level) {
        double half = WilsonInterval.normalQuantile(0.5 + level / 2) * robustErrors.get(covariate);
        double high = Math.exp(coefficients.get(covariate) + half);
        return Double.isFinite(high)
                ? new Estimate(
                        Math.exp(coefficients.get(covariate)),
                        new Interval(Math.exp(coefficients.get(covariate) - half), high, level),
                        pairs,
                        clusters,
                        "normal, standard error by cluster sandwich")
                : new Undefined(Undefined.Reason.NOT_FINITE, "the upper bound is " + high);
    }
}
