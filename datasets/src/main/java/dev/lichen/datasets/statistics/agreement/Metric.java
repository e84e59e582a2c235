package dev.lichen.datasets.statistics.agreement;

import java.util.stream.IntStream;

/**
 * How far two values of Krippendorff's α lie apart, by the scale that they belong to.
 *
 * <p>Each metric gives every value a position from which its squared distance δ² follows. Source: Krippendorff, Computing
 * Krippendorff's alpha-reliability (2011).
 */
public enum Metric {

    /** Names: {@code δ² = 1} if the values differ, else 0. */
    NOMINAL {
        @Override
        double[] positions(double[] values, double[] counts) {
            return IntStream.range(0, values.length).asDoubleStream().toArray();
        }

        @Override
        double squaredDistance(double first, double second) {
            return first == second ? 0 : 1;
        }

        @Override
        double expected(double[] positions, double[] counts) {
            double n = 0;
            double squares = 0;
            for (double count : counts) {
                n += count;
                squares += count * count;
            }
            return n * n - squares;
        }
    },

    /**
     * Ranks: {@code δ = Σ_{g=c}^{k} n_g − (n_c + n_k)/2}, how many values lie between c and k. It is the difference of the
     * positions {@code Σ_{g≤c} n_g − n_c/2}.
     */
    ORDINAL {
        @Override
        double[] positions(double[] values, double[] counts) {
            double[] positions = new double[values.length];
            double below = 0;
            for (int c = 0; c < values.length; c++) {
                positions[c] = below + counts[c] / 2;
                below += counts[c];
            }
            return positions;
        }

        @Override
        double squaredDistance(double first, double second) {
            return (first - second) * (first - second);
        }

        @Override
        double expected(double[] positions, double[] counts) {
            return INTERVAL.expected(positions, counts);
        }
    },

    /** Measurements whose differences mean something: {@code δ = c − k}. */
    INTERVAL {
        @Override
        double[] positions(double[] values, double[] counts) {
            return values;
        }

        @Override
        double squaredDistance(double first, double second) {
            return (first - second) * (first - second);
        }

        // Σ_c Σ_k n_c n_k (c − k)² = 2n Σ n_c (c − c̄)²
        @Override
        double expected(double[] positions, double[] counts) {
            double n = 0;
            double total = 0;
            for (int c = 0; c < counts.length; c++) {
                n += counts[c];
                total += counts[c] * positions[c];
            }
            double squares = 0;
            for (int c = 0; c < counts.length; c++) {
                squares += counts[c] * Math.pow(positions[c] - total / n, 2);
            }
            return 2 * n * squares;
        }
    },

    /** Measurements with a zero, none negative: {@code δ = (c − k)/(c + k)}. */
    RATIO {
        @Override
        double[] positions(double[] values, double[] counts) {
            return values;
        }

        @Override
        double squaredDistance(double first, double second) {
            return first == second ? 0 : Math.pow((first - second) / (first + second), 2);
        }

        @Override
        double expected(double[] positions, double[] counts) {
            double sum = 0;
            for (int c = 0; c < counts.length; c++) {
                for (int k = c + 1; k < counts.length; k++) {
                    sum += counts[c] * counts[k] * squaredDistance(positions[c], positions[k]);
                }
            }
            return 2 * sum;
        }
    };

    /** Returns the position of each of the ascending values, which occur so often. */
    abstract double[] positions(double[] values, double[] counts);

    /** Returns δ² of two positions. */
    abstract double squaredDistance(double first, double second);

    /** Returns Σ_c Σ_k n_c n_k δ². */
    abstract double expected(double[] positions, double[] counts);
}
