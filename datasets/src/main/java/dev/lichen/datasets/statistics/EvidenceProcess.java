package dev.lichen.datasets.statistics;

import java.util.List;
import org.apache.commons.math3.special.Beta;

/**
 * Weighs the evidence against a bound on a chance, one observation after the other, so that one may look as often as one
 * likes.
 *
 * <p>The e-process is the likelihood ratio averaged evenly over the chances A on the other side of the bound c:
 *
 * <pre>{@code E = 1/|A| · ∫_A (p/c)^k · ((1−p)/(1−c))^(n−k) dp      k successes among n}</pre>
 *
 * <p>While the bound holds its expectation is at most 1 at any time, so that by Ville's inequality (1939) the chance that it
 * ever reaches 1/α is at most α. A test that is repeated after each observation has no such guarantee.
 *
 * @param bound the bound c on the chance of a success, in (0, 1)
 * @param hypothesis on which side of the bound the chance is said to lie
 */
public record EvidenceProcess(double bound, Hypothesis hypothesis) {

    /** What the evidence speaks against. */
    public enum Hypothesis {
        /** The chance is at most the bound. */
        AT_MOST,
        /** The chance is at least the bound. */
        AT_LEAST
    }

    public EvidenceProcess {
        if (!(bound > 0 && bound < 1)) {
            throw new IllegalArgumentException("the bound must be in (0, 1), was " + bound);
        }
    }

    /** Returns the natural logarithm of E after so many successes and failures; 0 before the first. */
    public double logEvidence(long successes, long failures) {
        double a = successes + 1.0;
        double b = failures + 1.0;
        double share = hypothesis == Hypothesis.AT_MOST
                ? Beta.regularizedBeta(1 - bound, b, a)
                : Beta.regularizedBeta(bound, a, b);
        double width = hypothesis == Hypothesis.AT_MOST ? 1 - bound : bound;
        return Beta.logBeta(a, b)
                + Math.log(share)
                - Math.log(width)
                - successes * Math.log(bound)
                - failures * Math.log1p(-bound);
    }

    /**
     * Returns the largest logarithm of E that was reached on the way, at least 0. E grows with each observation that speaks
     * against the bound and shrinks with each other one, so that only ends of runs can be peaks.
     */
    public double logPeak(List<Boolean> observations) {
        double peak = 0;
        long successes = 0;
        for (int n = 0; n < observations.size(); n++) {
            successes += observations.get(n) ? 1 : 0;
            if (speaksAgainst(observations.get(n))
                    && (n + 1 == observations.size() || !speaksAgainst(observations.get(n + 1)))) {
                peak = Math.max(peak, logEvidence(successes, n + 1 - successes));
            }
        }
        return peak;
    }

    private boolean speaksAgainst(boolean success) {
        return success == (hypothesis == Hypothesis.AT_MOST);
    }

    /** Returns whether the evidence ever was so strong as to be expected, if the bound holds, with chance α at most. */
    public boolean refutes(List<Boolean> observations, double falseAlarms) {
        return logPeak(observations) >= -Math.log(falseAlarms);
    }
}
