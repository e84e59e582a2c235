package dev.lichen.datasets.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Bins of equal width over a range of confidences; each holds its lower bound, the last its upper bound too.
 *
 * @param low where the first begins
 * @param high where the last ends
 * @param count how many, at least 1
 */
record CalibrationBins(double low, double high, int count) {

    CalibrationBins {
        if (count < 1) {
            throw new IllegalArgumentException("bins must be at least 1, was " + count);
        }
    }

    int indexOf(double confidence) {
        return Math.clamp((int) ((confidence - low) / (high - low) * count), 0, count - 1);
    }

    double lowerBound(int bin) {
        return low + (high - low) * bin / count;
    }

    /** Puts clustered predictions into bins. */
    Sums sums(List<List<Prediction>> clusters) {
        return new Sums(clusters);
    }

    /** The predictions of each cluster, ready to be summed up by bin again and again. */
    final class Sums {

        private final int[][] bin;
        private final double[][] confidence;
        private final double[][] outcome;

        private Sums(List<List<Prediction>> clusters) {
            bin = new int[clusters.size()][];
            confidence = new double[clusters.size()][];
            outcome = new double[clusters.size()][];
            for (int c = 0; c < clusters.size(); c++) {
                List<Prediction> cluster = clusters.get(c);
                bin[c] = cluster.stream().mapToInt(p -> indexOf(p.confidence())).toArray();
                confidence[c] =
                        cluster.stream().mapToDouble(Prediction::confidence).toArray();
                outcome[c] = cluster.stream().mapToDouble(Prediction::outcome).toArray();
            }
        }

        /** Returns the calibration error of the clusters drawn: Σ_b |Σ outcome − Σ confidence| / n. */
        double error(int[] drawn) {
            double[] gap = new double[count];
            long n = 0;
            for (int c : drawn) {
                for (int i = 0; i < bin[c].length; i++) {
                    gap[bin[c][i]] += outcome[c][i] - confidence[c][i];
                }
                n += bin[c].length;
            }
            return Arrays.stream(gap).map(Math::abs).sum() / n;
        }

        /** Returns the bins of the clusters drawn that hold any prediction. */
        List<CalibrationError.Bin> bins(int[] drawn) {
            long[] n = new long[count];
            double[] confidences = new double[count];
            double[] outcomes = new double[count];
            for (int c : drawn) {
                for (int i = 0; i < bin[c].length; i++) {
                    n[bin[c][i]]++;
                    confidences[bin[c][i]] += confidence[c][i];
                    outcomes[bin[c][i]] += outcome[c][i];
                }
            }
            List<CalibrationError.Bin> bins = new ArrayList<>();
            for (int b = 0; b < count; b++) {
                if (n[b] > 0) {
                    bins.add(new CalibrationError.Bin(
                            lowerBound(b), lowerBound(b + 1), n[b], confidences[b] / n[b], outcomes[b] / n[b]));
                }
            }
            return bins;
        }
    }
}
