package dev.lichen.datasets.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.Test;

class ClusterBootstrapTest {

    private static final double EXACT = 1e-9;
    private static final ClusterBootstrap BOOTSTRAP = ClusterBootstrap.of(7);

    /** The sample 1, 2, 3: of its 27 resamples 1, 3, 6, 7, 6, 3, 1 have the sums 3 to 9. */
    @Test
    void threeValuesHaveTwentySevenResamples() {
        double[] sums = BOOTSTRAP.distribution(3, drawn -> Arrays.stream(drawn).sum() + 3);
        assertEquals(Map.of(3.0, 1L, 4.0, 3L, 5.0, 6L, 6.0, 7L, 7.0, 6L, 8.0, 3L, 9.0, 1L), frequencies(sums));
    }

    /** The standard error of the mean of 1, 2, 3 is √(2/9): the divisor is n, not n − 1. */
    @Test
    void standardErrorOfTheMeanOfThree() {
        double[] means = BOOTSTRAP.distribution(3, Clusters.of(new double[] {1, 2, 3}, new double[] {1, 1, 1})::mean);
        assertEquals(0.471404521, standardDeviation(means), EXACT);
    }

    /** The textbook's standard error of the mean, s/√n with s² = Σ(x − x̄)²/(n − 1), is 1/√3. */
    @Test
    void negativeControlDivisorNMinusOneDiffers() {
        double[] means = BOOTSTRAP.distribution(3, Clusters.of(new double[] {1, 2, 3}, new double[] {1, 1, 1})::mean);
        assertNotEquals(1 / Math.sqrt(3), standardDeviation(means), EXACT);
    }

    /** Survival times of treated mice (Efron and Tibshirani 1993, table 2.1): √(Σ(x − x̄)²)/n = 23.3635. */
    @Test
    void standardErrorOfTheMice() {
        double[] days = {94, 197, 16, 38, 99, 141, 23};
        double[] ones = new double[days.length];
        Arrays.fill(ones, 1);
        ClusterBootstrap many = new ClusterBootstrap(200_000, 1, 0.95, BootstrapInterval.PERCENTILE);
        double[] means = many.distribution(days.length, Clusters.of(days, ones)::mean);
        assertEquals(86.857, Arrays.stream(means).average().orElseThrow(), 0.2);
        assertEquals(23.3635, standardDeviation(means), 0.1);
    }

    /** The control mice (the same table): mean 56.222, s/√n 14.159, and 13.349 by the divisor n. */
    @Test
    void standardErrorOfTheControlMice() {
        double[] days = {52, 104, 146, 10, 51, 30, 40, 27, 46};
        double deviation = standardDeviation(days);
        assertEquals(56.222, Arrays.stream(days).average().orElseThrow(), 1e-3);
        assertEquals(13.349, deviation / Math.sqrt(9), 1e-3);
        assertEquals(14.159, deviation / Math.sqrt(8), 1e-3);
        ClusterBootstrap many = new ClusterBootstrap(200_000, 1, 0.95, BootstrapInterval.PERCENTILE);
        double[] means = many.distribution(9, Clusters.of(days, ones(9))::mean);
        assertEquals(13.349, standardDeviation(means), 0.1);
    }

    /** The exponential's mean: BCa covers a skewed statistic with its longer side to the right. */
    @Test
    void acceleratedIntervalLeansWithTheSkew() {
        double[] skewed = IntStream.range(0, 40)
                .mapToDouble(i -> -Math.log(1 - (i + 0.5) / 40))
                .toArray();
        Clusters clusters = Clusters.of(skewed, ones(40));
        Interval percentile = estimate(BOOTSTRAP.mean(clusters)).interval();
        Interval accelerated = estimate(BOOTSTRAP
                        .with(BootstrapInterval.BIAS_CORRECTED_ACCELERATED)
                        .mean(clusters))
                .interval();
        assertTrue(accelerated.high() > percentile.high());
        assertTrue(accelerated.low() > percentile.low());
    }

    @Test
    void resamplesWithoutAValueAreLeftOutAndCounted() {
        ToDoubleFunction<int[]> rarelyUndefined = drawn -> Arrays.stream(drawn).noneMatch(c -> c < 4)
                ? Double.NaN
                : Arrays.stream(drawn).sum();
        Estimate estimate = estimate(BOOTSTRAP.estimate(10, 10, rarelyUndefined));
        assertTrue(estimate.method().contains("left out where the statistic is undefined"), estimate.method());
        ToDoubleFunction<int[]> oftenUndefined = drawn -> Arrays.stream(drawn).noneMatch(c -> c == 0) ? Double.NaN : 1;
        Undefined undefined = assertInstanceOf(Undefined.class, BOOTSTRAP.estimate(10, 10, oftenUndefined));
        assertEquals(Undefined.Reason.NOT_FINITE, undefined.reason());
    }

    /** The law schools (Efron and Tibshirani 1993, table 3.1): correlation 0.776, bootstrap standard error about 0.13. */
    @Test
    void lawSchoolCorrelation() {
        double[] lsat = {576, 635, 558, 578, 666, 580, 555, 661, 651, 605, 653, 575, 545, 572, 594};
        double[] gpa = {3.39, 3.30, 2.81, 3.03, 3.44, 3.07, 3.00, 3.43, 3.36, 3.13, 3.12, 2.74, 2.76, 2.88, 2.96};
        ToDoubleFunction<int[]> correlation = drawn -> new PearsonsCorrelation()
                .correlation(
                        Arrays.stream(drawn).mapToDouble(i -> lsat[i]).toArray(),
                        Arrays.stream(drawn).mapToDouble(i -> gpa[i]).toArray());
        Estimate estimate = estimate(
                BOOTSTRAP.with(BootstrapInterval.BIAS_CORRECTED_ACCELERATED).estimate(15, 15, correlation));
        assertEquals(0.776374491, estimate.value(), EXACT);
        assertEquals(0.13, standardDeviation(BOOTSTRAP.distribution(15, correlation)), 0.015);
        Interval percentile = estimate(BOOTSTRAP.estimate(15, 15, correlation)).interval();
        assertTrue(estimate.interval().low() < percentile.low(), "BCa moves the interval of a skewed statistic");
        assertTrue(estimate.interval().high() < percentile.high());
    }

    /** 14 wins of 20: the resamples' wins are binomial, whose 2.5 % and 97.5 % quantiles are 10 and 18. */
    @Test
    void percentileIntervalOfFourteenWinsOfTwenty() {
        BinomialDistribution wins = new BinomialDistribution(null, 20, 0.7);
        assertEquals(10, wins.inverseCumulativeProbability(0.025));
        assertEquals(18, wins.inverseCumulativeProbability(0.975));
        Interval interval = estimate(
                        new ClusterBootstrap(20_000, 3, 0.95, BootstrapInterval.PERCENTILE).mean(wins(14, 20)))
                .interval();
        assertEquals(0.50, interval.low(), EXACT);
        assertEquals(0.90, interval.high(), EXACT);
    }

    /** Clusters 2/2 and 1/3: drawn (a,a) 1, (a,b) and (b,a) 3/5, (b,b) 1/3. */
    @Test
    void clustersAreResampledWhole() {
        double[] rates = BOOTSTRAP.distribution(2, Clusters.of(new double[] {2, 1}, new double[] {2, 3})::mean);
        assertArrayEquals(new double[] {1.0 / 3, 0.6, 0.6, 1}, rates, EXACT);
    }

    @Test
    void negativeControlResamplingPairsInsteadOfClustersDiffers() {
        Clusters pairs = Clusters.of(new double[] {1, 1, 1, 0, 0}, new double[] {1, 1, 1, 1, 1});
        double[] rates = BOOTSTRAP.distribution(5, pairs::mean);
        assertTrue(frequencies(rates).containsKey(0.8), "4 of 5 cannot happen when clusters stay whole");
    }

    @Test
    void duplicatedObservationsInOneClusterDoNotNarrowTheInterval() {
        Clusters single = wins(14, 20);
        Clusters tenfold = Clusters.of(times(10, totals(14, 20)), times(10, ones(20)));
        assertEquals(
                estimate(BOOTSTRAP.mean(single)).interval(),
                estimate(BOOTSTRAP.mean(tenfold)).interval());
    }

    @Test
    void moreClustersNarrowTheInterval() {
        double few = estimate(BOOTSTRAP.mean(wins(14, 20))).interval().width();
        double many = estimate(BOOTSTRAP.mean(wins(1400, 2000))).interval().width();
        assertEquals(few / 10, many, 0.01);
    }

    @Test
    void sameSeedSameIntervalOtherSeedAnother() {
        Clusters clusters =
                Clusters.of(IntStream.range(0, 50).mapToDouble(i -> i * i).toArray(), ones(50));
        assertEquals(BOOTSTRAP.mean(clusters), BOOTSTRAP.mean(clusters));
        assertNotEquals(BOOTSTRAP.mean(clusters), ClusterBootstrap.of(8).mean(clusters));
    }

    @Test
    void methodNamesGeneratorAndSeed() {
        assertEquals(
                "percentile cluster bootstrap, 1000 resamples, SplitMix64 seed 7",
                estimate(BOOTSTRAP.mean(wins(14, 20))).method());
        assertEquals(
                "percentile cluster bootstrap, all 27 resamples",
                estimate(BOOTSTRAP.mean(wins(1, 3))).method());
    }

    @Test
    void undefinedValuesSayWhy() {
        assertEquals(
                Undefined.Reason.NO_OBSERVATIONS,
                assertInstanceOf(Undefined.class, BOOTSTRAP.mean(wins(0, 0))).reason());
        assertEquals(
                Undefined.Reason.TOO_FEW_CLUSTERS,
                assertInstanceOf(Undefined.class, BOOTSTRAP.mean(wins(1, 1))).reason());
        assertEquals(
                Undefined.Reason.NOT_FINITE,
                assertInstanceOf(Undefined.class, BOOTSTRAP.estimate(9, 9, drawn -> Double.NaN))
                        .reason());
    }

    @Test
    void unanimousRateStillHasAnInterval() {
        Interval interval = estimate(BOOTSTRAP.rate(wins(20, 20))).interval();
        assertEquals(WilsonInterval.of(20, 20, 0.95), interval);
        assertTrue(interval.low() < 0.9);
    }

    @Test
    void tenThousandClustersAreWithinReach() {
        Estimate estimate = estimate(BOOTSTRAP.rate(wins(6000, 10_000)));
        assertEquals(0.6, estimate.value(), EXACT);
        assertTrue(estimate.interval().width() < 0.025);
    }

    private static Clusters wins(int wins, int clusters) {
        return Clusters.of(totals(wins, clusters), ones(clusters));
    }

    private static double[] totals(int wins, int clusters) {
        return IntStream.range(0, clusters).mapToDouble(i -> i < wins ? 1 : 0).toArray();
    }

    private static double[] ones(int clusters) {
        return IntStream.range(0, clusters).mapToDouble(i -> 1).toArray();
    }

    private static double[] times(int factor, double[] values) {
        return Arrays.stream(values).map(x -> factor * x).toArray();
    }

    private static Estimate estimate(Statistic statistic) {
        return assertInstanceOf(Estimate.class, statistic);
    }

    private static double standardDeviation(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return Math.sqrt(Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum() / values.length);
    }

    private static Map<Double, Long> frequencies(double[] values) {
        return Arrays.stream(values)
                .boxed()
                .collect(Collectors.groupingBy(x -> x, TreeMap::new, Collectors.counting()));
    }
}
