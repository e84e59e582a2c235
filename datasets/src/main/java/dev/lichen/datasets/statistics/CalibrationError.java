package dev.lichen.datasets.statistics;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The expected calibration error: how far confidence and accuracy lie apart, on average.
 *
 * <p>Predictions fall into M bins of equal width; {@code ECE = Σ_b (n_b/n) |accuracy_b − confidence_b|} with the means of
 * each bin. 0 is perfect. Source: Naeini, Cooper and Hauskrecht, Obtaining well calibrated probabilities using Bayesian
 * binning, AAAI 2015; Guo et al., On calibration of modern neural networks, ICML 2017. On few predictions the estimate
 * is too large, since chance alone parts accuracy from confidence in each bin, and the bootstrap interval shares that
 * bias.
 *
 * @param error the calibration error in [0, 1]
 * @param bins what it is made of, the empty ones left out
 */
public record CalibrationError(Statistic error, List<Bin> bins) {

    /**
     * A bin of predictions of like confidence.
     *
     * @param low its lower bound
     * @param high its upper bound
     * @param n how many predictions fall into it
     * @param confidence their mean confidence
     * @param accuracy their mean outcome
     */
    public record Bin(double low, double high, long n, double confidence, double accuracy) {}

    public CalibrationError {
        bins = List.copyOf(bins);
    }

    /** Measures a model's confidence σ(|Δ|) in the order of two answers, in bins of equal width from ½ to 1. */
    public static CalibrationError ofPairs(Collection<ScoredPair> pairs, int bins, ClusterBootstrap bootstrap) {
        List<Prediction> predictions = pairs.stream()
                .map(pair -> new Prediction(pair.cluster(), pair.confidence(), pair.agreement()))
                .toList();
        return of(predictions, new CalibrationBins(0.5, 1, bins), bootstrap);
    }

    /** Measures probabilities in bins of equal width from 0 to 1. */
    public static CalibrationError of(Collection<Prediction> predictions, int bins, ClusterBootstrap bootstrap) {
        return of(predictions, new CalibrationBins(0, 1, bins), bootstrap);
    }

    private static CalibrationError of(
            Collection<Prediction> predictions, CalibrationBins bins, ClusterBootstrap bootstrap) {
        List<List<Prediction>> clusters = Clusters.grouped(predictions, Prediction::cluster);
        CalibrationBins.Sums sums = bins.sums(clusters);
        int[] all = IntStream.range(0, clusters.size()).toArray();
        return new CalibrationError(
                bootstrap.estimate(clusters.size(), predictions.size(), sums::error), sums.bins(all));
    }
}
