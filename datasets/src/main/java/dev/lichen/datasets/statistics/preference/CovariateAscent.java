package dev.lichen.datasets.statistics.preference;

import dev.lichen.datasets.statistics.Finding;
import dev.lichen.datasets.statistics.Undefined;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularMatrixException;

/**
 * Climbs Σ log σ(β·x) by Newton's steps, halved where they go too far; x is a winner's less a loser's covariates, each
 * divided by its root mean square, so that steps mean the same in all. Where the maximum lies at infinity the steps do not
 * shrink, or the curvature is lost on the way.
 */
final class CovariateAscent {

    private static final int MOST_STEPS = 100;
    private static final double SMALLEST_STEP = 1e-10;
    private static final double FARTHEST = 25; // e²⁵ is 7e10: odds that no data shows
    private static final double SINGULAR = 1e-9;
    private static final double STEEP = -30; // below it log σ(η) is η in all digits

    private final PairCovariates pairs;
    private final int[] covariates;
    private final double[] scales;

    CovariateAscent(PairCovariates pairs, int[] covariates) {
        this.pairs = pairs;
        this.covariates = covariates;
        this.scales =
                Arrays.stream(covariates).mapToDouble(this::rootMeanSquare).toArray();
    }

    /** The log-likelihood at a point with its slope and the negative of its curvature. */
    private record At(RealVector point, double value, RealVector gradient, RealMatrix information) {

        At(RealVector point, double value, double[] gradient, double[][] information) {
            this(point, value, new ArrayRealVector(gradient), MatrixUtils.createRealMatrix(information));
        }

        /** Returns where a Newton step goes from here. */
        RealVector direction() {
            return inverse().operate(gradient);
        }

        RealMatrix inverse() {
            return new LUDecomposition(information, Double.MIN_NORMAL)
                    .getSolver()
                    .getInverse();
        }
    }

    Finding<CovariateFit> fit() {
        At at = at(new ArrayRealVector(covariates.length));
        if (!isRegular(at)) {
            return Finding.undefined(
                    Undefined.Reason.NO_VARIATION, "the covariates move together and cannot be told apart");
        }
        try {
            for (int step = 0; step < MOST_STEPS && at.point().getLInfNorm() < FARTHEST; step++) {
                RealVector direction = at.direction();
                if (direction.getLInfNorm() < SMALLEST_STEP) {
                    return Finding.of(fit(at));
                }
                at = climbed(at, direction);
            }
        } catch (SingularMatrixException e) {
            return noMaximum();
        }
        return noMaximum();
    }

    private static Finding<CovariateFit> noMaximum() {
        return Finding.undefined(
                Undefined.Reason.NOT_CONVERGED,
                "the likelihood has no finite maximum: a covariate, or some together, decides every pair");
    }

    private At climbed(At from, RealVector direction) {
        double length = 1;
        At to = at(from.point().add(direction));
        while (to.value() < from.value() - 1e-9 && length > 1e-6) {
            length /= 2;
            to = at(from.point().add(direction.mapMultiply(length)));
        }
        return to;
    }

    private At at(RealVector point) {
        int k = covariates.length;
        double value = 0;
        double[] gradient = new double[k];
        double[][] information = new double[k][k];
        for (int pair = 0; pair < pairs.pairs(); pair++) {
            double[] x = scaled(pair);
            double logOdds = logOdds(point, x);
            double surprise = surprise(logOdds);
            value += logOdds > STEEP ? -Math.log1p(Math.exp(-logOdds)) : logOdds;
            for (int i = 0; i < k; i++) {
                gradient[i] += surprise * x[i];
                for (int j = 0; j < k; j++) {
                    information[i][j] += surprise * (1 - surprise) * x[i] * x[j];
                }
            }
        }
        return new At(point, value, gradient, information);
    }

    /** Returns the fit in the covariates' own units. */
    private CovariateFit fit(At at) {
        RealMatrix bread = at.inverse();
        RealMatrix sandwich = bread.multiply(meat(at.point())).multiply(bread);
        double clusters = pairs.clusters();
        List<Double> coefficients = IntStream.range(0, scales.length)
                .mapToObj(i -> at.point().getEntry(i) / scales[i])
                .toList();
        List<Double> errors = IntStream.range(0, scales.length)
                .mapToObj(i -> Math.sqrt(sandwich.getEntry(i, i) * clusters / (clusters - 1)) / scales[i])
                .toList();
        return new CovariateFit(coefficients, errors, pairs.pairs(), pairs.clusters());
    }

    /** Returns Σ g gᵀ, g the sum of the scores (1 − σ(β·x)) x of a cluster's pairs. */
    private RealMatrix meat(RealVector point) {
        int k = covariates.length;
        double[][] scores = new double[pairs.clusters()][k];
        for (int pair = 0; pair < pairs.pairs(); pair++) {
            double[] x = scaled(pair);
            double surprise = surprise(logOdds(point, x));
            for (int i = 0; i < k; i++) {
                scores[pairs.cluster(pair)][i] += surprise * x[i];
            }
        }
        RealMatrix matrix = MatrixUtils.createRealMatrix(scores);
        return matrix.transpose().multiply(matrix);
    }

    private double[] scaled(int pair) {
        double[] x = new double[covariates.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = pairs.difference(pair, covariates[i]) / scales[i];
        }
        return x;
    }

    private static double logOdds(RealVector point, double[] x) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += point.getEntry(i) * x[i];
        }
        return sum;
    }

    /** Returns 1 − σ: the chance that the loser had. */
    private static double surprise(double logOdds) {
        return 1 / (1 + Math.exp(logOdds));
    }

    private double rootMeanSquare(int covariate) {
        double sum = 0;
        for (int pair = 0; pair < pairs.pairs(); pair++) {
            sum += Math.pow(pairs.difference(pair, covariate), 2);
        }
        return Math.sqrt(sum / pairs.pairs());
    }

    /** At the start the information is n/4 times the covariates' correlations. */
    private boolean isRegular(At start) {
        RealMatrix correlations = start.information().scalarMultiply(4.0 / pairs.pairs());
        return new LUDecomposition(correlations).getDeterminant() > SINGULAR;
    }
}
