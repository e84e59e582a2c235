package dev.lichen.datasets.statistics.preference;

import dev.lichen.datasets.statistics.Finding;
import dev.lichen.datasets.statistics.Undefined;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularMatrixException;

/**
 * Climbs the concave log-likelihood by Newton's steps, halved where they go too far.
 *
 * <p>It ends when a step is next to nothing. Where the maximum lies at infinity the steps do not shrink, and the search
 * ends when the strengths are farther apart than data can tell.
 */
final class NewtonAscent {

    private static final int MOST_STEPS = 200;
    private static final double SMALLEST_STEP = 1e-10;
    private static final double FARTHEST = 25; // e²⁵ is 7e10: odds that no data shows
    private static final double MOST_ALTERNATIVES = 2e7;

    private NewtonAscent() {}

    /** Fits the model to choices among named items, which hang together. */
    static Finding<PreferenceFit> fit(List<String> items, Choices choices) {
        double alternatives =
                choices.sets().stream().mapToDouble(choices::alternatives).sum();
        if (alternatives > MOST_ALTERNATIVES) {
            return Finding.undefined(
                    Undefined.Reason.TOO_MANY_ITEMS,
                    "the ties allow %.0f different tiers, more than can be summed over".formatted(alternatives));
        }
        double[] parameters = new double[choices.parameters()];
        Likelihood likelihood = new Likelihood(choices, parameters);
        try {
            for (int step = 0; step < MOST_STEPS; step++) {
                RealVector direction = likelihood.covariance().operate(new ArrayRealVector(likelihood.gradient()));
                Likelihood before = likelihood;
                parameters = climbed(choices, before, parameters, direction);
                likelihood = new Likelihood(choices, parameters);
                if (spread(parameters, choices.items()) > FARTHEST) {
                    return noMaximum();
                }
                if (direction.getLInfNorm() < SMALLEST_STEP) {
                    return Finding.of(fit(items, choices, parameters, likelihood));
                }
            }
        } catch (SingularMatrixException e) {
            return noMaximum();
        }
        return noMaximum();
    }

    private static Finding<PreferenceFit> noMaximum() {
        return Finding.undefined(
                Undefined.Reason.NOT_CONVERGED,
                "the likelihood has no finite maximum: some strength or the share of ties grows without end");
    }

    private static double[] climbed(Choices choices, Likelihood before, double[] from, RealVector direction) {
        double length = Math.min(1, 5 / Math.max(direction.getLInfNorm(), 1e-300));
        double[] to = along(from, direction, length);
        while (new Likelihood(choices, to).value() < before.value() - 1e-9 && length > 1e-6) {
            length /= 2;
            to = along(from, direction, length);
        }
        return to;
    }

    private static double[] along(double[] from, RealVector direction, double length) {
        return IntStream.range(0, from.length)
                .mapToDouble(p -> from[p] + length * direction.getEntry(p))
                .toArray();
    }

    private static double spread(double[] parameters, int items) {
        double[] strengths = IntStream.range(0, items)
                .mapToDouble(i -> parameters[i])
                .sorted()
                .toArray();
        double ties = IntStream.range(items, parameters.length)
                .mapToDouble(p -> Math.abs(parameters[p]))
                .max()
                .orElse(0);
        return Math.max(ties, strengths[items - 1] - strengths[0]);
    }

    private static PreferenceFit fit(List<String> items, Choices choices, double[] parameters, Likelihood likelihood) {
        List<Double> logStrengths =
                IntStream.range(0, items.size()).mapToObj(i -> parameters[i]).toList();
        Map<Integer, Double> ties = new LinkedHashMap<>();
        choices.tieSizes().forEach(size -> ties.put(size, Math.exp(parameters[choices.tieParameter(size)])));
        PreferenceFit.Errors errors = new PreferenceFit.Errors(
                new ErrorMatrix(likelihood.covariance()),
                new ErrorMatrix(likelihood.sandwich()),
                choices.clusterCount());
        return new PreferenceFit(new Strengths(items, logStrengths), ties, likelihood.value(), errors);
    }
}
