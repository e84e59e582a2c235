package dev.lichen.datasets.statistics.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.datasets.statistics.ClusterBootstrap;
import dev.lichen.datasets.statistics.Estimate;
import dev.lichen.datasets.statistics.Finding;
import dev.lichen.datasets.statistics.Statistic;
import dev.lichen.datasets.statistics.Undefined;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KrippendorffAlphaTest {

    private static final double EXACT = 1e-9;
    private static final double NONE = Double.NaN;
    private static final ClusterBootstrap BOOTSTRAP = ClusterBootstrap.of(1);

    /** Krippendorff 2011: 4 observers, 12 units. */
    private static final double[][] PUBLISHED = {
        {1, 2, 3, 3, 2, 1, 4, 1, 2, NONE, NONE, NONE},
        {1, 2, 3, 3, 2, 2, 4, 1, 2, 5, NONE, 3},
        {NONE, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, NONE},
        {1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, NONE}
    };

    @Test
    void publishedMatrixInFourMetrics() {
        assertEquals(113.0 / 152, alpha(PUBLISHED, Metric.NOMINAL), EXACT);
        assertEquals(108577.0 / 133160, alpha(PUBLISHED, Metric.ORDINAL), EXACT);
        assertEquals(951.0 / 1120, alpha(PUBLISHED, Metric.INTERVAL), EXACT);
        assertEquals(0.797402774711612, alpha(PUBLISHED, Metric.RATIO), EXACT);
        assertEquals(40, ReliabilityData.ofObservers(PUBLISHED).pairableValues());
    }

    @Test
    void twoObserversWithTwoCategories() {
        double[][] data = {{0, 1, 0, 0, 0, 0, 0, 0, 1, 0}, {1, 1, 1, 0, 0, 1, 0, 0, 0, 0}};
        assertEquals(0.0952380952, alpha(data, Metric.NOMINAL), EXACT);
    }

    @Test
    void twoObserversWithFiveCategories() {
        double[][] data = {{1, 1, 2, 2, 4, 3, 3, 3, 5, 4, 4, 1}, {2, 1, 2, 2, 2, 3, 3, 3, 5, 4, 4, 4}};
        assertEquals(0.6919642857, alpha(data, Metric.NOMINAL), EXACT);
        List<List<String>> words = IntStream.range(0, 12)
                .mapToObj(unit ->
                        List.of("" + "?abcde".charAt((int) data[0][unit]), "" + "?abcde".charAt((int) data[1][unit])))
                .toList();
        assertEquals(
                0.6919642857,
                KrippendorffAlpha.of(ReliabilityData.ofLabels(words), Metric.NOMINAL)
                        .orElseThrow(),
                EXACT);
    }

    /** The distance |c − k| in place of the number of values between c and k gives 0.800383877. */
    @Test
    void negativeControlPlainDistanceIsNotOrdinal() {
        double planted = byDefinition(PUBLISHED, (c, k, counts) -> Math.abs(c - k));
        assertEquals(0.800383877, planted, EXACT);
        assertNotEquals(planted, alpha(PUBLISHED, Metric.ORDINAL), 1e-3);
    }

    /** Counting the whole of n_c and n_k, not half of each, is the usual slip. */
    @Test
    void negativeControlWholeEndsAreNotOrdinal() {
        double planted = byDefinition(PUBLISHED, (c, k, counts) -> {
            double between = IntStream.rangeClosed((int) Math.min(c, k), (int) Math.max(c, k))
                    .mapToDouble(g -> counts[g])
                    .sum();
            return c == k ? 0 : between * between;
        });
        assertNotEquals(planted, alpha(PUBLISHED, Metric.ORDINAL), 1e-3);
    }

    @Test
    void agreesWithTheDefinitionOnRandomData() {
        SplittableRandom random = new SplittableRandom(5);
        for (int round = 0; round < 50; round++) {
            double[][] data = random(random, 2 + random.nextInt(5), 3 + random.nextInt(12));
            assertEquals(byDefinition(data, (c, k, n) -> c == k ? 0 : 1), alpha(data, Metric.NOMINAL), EXACT);
            assertEquals(byDefinition(data, KrippendorffAlphaTest::ordinal), alpha(data, Metric.ORDINAL), EXACT);
            assertEquals(byDefinition(data, (c, k, n) -> (c - k) * (c - k)), alpha(data, Metric.INTERVAL), EXACT);
            assertEquals(
                    byDefinition(data, (c, k, n) -> Math.pow((c - k) / Math.max(1, c + k), 2)),
                    alpha(data, Metric.RATIO),
                    EXACT);
        }
    }

    @Test
    void whoSaidWhatDoesNotMatter() {
        double[][] data = random(new SplittableRandom(1), 4, 20);
        double[][] turned = {data[2], data[0], data[3], data[1]};
        for (int unit = 0; unit < 20; unit += 2) {
            double value = turned[0][unit];
            turned[0][unit] = turned[3][unit];
            turned[3][unit] = value;
        }
        for (Metric metric : Metric.values()) {
            assertEquals(alpha(data, metric), alpha(turned, metric), EXACT);
        }
    }

    @Test
    void eachScaleAllowsItsOwnChanges() {
        assertEquals(
                alpha(PUBLISHED, Metric.NOMINAL),
                alpha(changed(value -> value == 1 ? 9 : value == 5 ? -1 : value), Metric.NOMINAL),
                EXACT);
        assertEquals(alpha(PUBLISHED, Metric.ORDINAL), alpha(changed(Math::exp), Metric.ORDINAL), EXACT);
        assertEquals(alpha(PUBLISHED, Metric.INTERVAL), alpha(changed(value -> 7 - 3 * value), Metric.INTERVAL), EXACT);
        assertEquals(alpha(PUBLISHED, Metric.RATIO), alpha(changed(value -> 10 * value), Metric.RATIO), EXACT);
        assertNotEquals(alpha(PUBLISHED, Metric.RATIO), alpha(changed(value -> value + 10), Metric.RATIO), EXACT);
    }

    @Test
    void perfectAgreementIsOneAndOppositionIsBelowZero() {
        assertEquals(1, alpha(new double[][] {{1, 2, 3}, {1, 2, 3}}, Metric.INTERVAL), EXACT);
        assertTrue(alpha(new double[][] {{1, 2, 3}, {3, 2, 1}}, Metric.ORDINAL) < 0);
    }

    @Test
    void undefinedValuesSayWhy() {
        assertEquals(Undefined.Reason.NO_OBSERVATIONS, reason(new double[][] {}, Metric.NOMINAL));
        assertEquals(Undefined.Reason.TOO_FEW_VALUES, reason(new double[][] {{1, 2, 3}}, Metric.NOMINAL));
        assertEquals(
                Undefined.Reason.TOO_FEW_VALUES,
                reason(new double[][] {{1, NONE, 3}, {NONE, 2, NONE}}, Metric.NOMINAL));
        assertEquals(Undefined.Reason.NO_VARIATION, reason(new double[][] {{2, 2, 1}, {2, 2, NONE}}, Metric.INTERVAL));
        assertEquals(Undefined.Reason.OUT_OF_SCALE, reason(new double[][] {{-1, 2}, {1, 2}}, Metric.RATIO));
        assertEquals(
                "all 4 values are 2.0: disagreement could not have been seen",
                KrippendorffAlpha.of(ReliabilityData.ofObservers(new double[][] {{2, 2}, {2, 2}}), Metric.NOMINAL)
                        .missing()
                        .orElseThrow()
                        .detail());
    }

    @Test
    void minusZeroIsZero() {
        assertEquals(
                alpha(new double[][] {{0.0, 1, 1}, {0.0, 1, 0}}, Metric.NOMINAL),
                alpha(new double[][] {{-0.0, 1, 1}, {0.0, 1, 0}}, Metric.NOMINAL),
                EXACT);
    }

    @Test
    void impossibleDataIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> ReliabilityData.ofObservers(new double[][] {{1, 2}, {1}}));
        assertThrows(
                IllegalArgumentException.class,
                () -> ReliabilityData.ofUnits(List.of(List.of(1.0, Double.POSITIVE_INFINITY))));
    }

    @Test
    void duplicatingTheDataNarrowsTheIntervalByTheRootOfTwo() {
        double[][] once = random(new SplittableRandom(2), 3, 60);
        double[][] twice = Arrays.stream(once)
                .map(row -> IntStream.range(0, 120)
                        .mapToDouble(unit -> row[unit % 60])
                        .toArray())
                .toArray(double[][]::new);
        Estimate single = estimate(once, units(60));
        Estimate doubled = estimate(twice, units(120));
        assertEquals(single.value(), doubled.value(), 0.01);
        assertEquals(
                Math.sqrt(2), single.interval().width() / doubled.interval().width(), 0.2);
    }

    @Test
    void duplicatesWithinAClusterNarrowNothing() {
        double[][] once = random(new SplittableRandom(2), 3, 60);
        double[][] twice = Arrays.stream(once)
                .map(row -> IntStream.range(0, 120)
                        .mapToDouble(unit -> row[unit % 60])
                        .toArray())
                .toArray(double[][]::new);
        List<String> clusters = new ArrayList<>(units(60));
        clusters.addAll(units(60));
        assertEquals(
                estimate(once, units(60)).interval().width(),
                estimate(twice, clusters).interval().width(),
                0.01);
    }

    @Test
    void oneClusterHasNoInterval() {
        Statistic statistic = KrippendorffAlpha.estimate(
                ReliabilityData.ofObservers(PUBLISHED),
                IntStream.range(0, 12).mapToObj(unit -> "one").toList(),
                Metric.ORDINAL,
                BOOTSTRAP);
        assertEquals(
                Undefined.Reason.TOO_FEW_CLUSTERS,
                assertInstanceOf(Undefined.class, statistic).reason());
    }

    private interface Distance {
        double squared(double first, double second, double[] counts);
    }

    /** A second implementation: every ordered pair of values of a unit, and every ordered pair of all values. */
    private static double byDefinition(double[][] observers, Distance distance) {
        List<double[]> units = new ArrayList<>();
        for (int unit = 0; unit < observers[0].length; unit++) {
            int column = unit;
            double[] values = Arrays.stream(observers)
                    .mapToDouble(row -> row[column])
                    .filter(value -> !Double.isNaN(value))
                    .toArray();
            if (values.length > 1) {
                units.add(values);
            }
        }
        double[] all = units.stream().flatMapToDouble(Arrays::stream).toArray();
        double[] counts = new double[20];
        Arrays.stream(all).forEach(value -> counts[(int) value]++);
        double observed = 0;
        for (double[] unit : units) {
            for (int i = 0; i < unit.length; i++) {
                for (int j = 0; j < unit.length; j++) {
                    observed += i == j ? 0 : distance.squared(unit[i], unit[j], counts) / (unit.length - 1);
                }
            }
        }
        double expected = 0;
        for (double c : all) {
            for (double k : all) {
                expected += distance.squared(c, k, counts) / (all.length - 1);
            }
        }
        return 1 - observed / expected;
    }

    private static double ordinal(double c, double k, double[] counts) {
        double between = IntStream.rangeClosed((int) Math.min(c, k), (int) Math.max(c, k))
                .mapToDouble(g -> counts[g])
                .sum();
        return Math.pow(between - (counts[(int) c] + counts[(int) k]) / 2, 2);
    }

    private static double[][] random(SplittableRandom random, int observers, int units) {
        double[][] data = new double[observers][units];
        for (int unit = 0; unit < units; unit++) {
            int truth = 1 + random.nextInt(4);
            for (int observer = 0; observer < observers; observer++) {
                double value = random.nextInt(3) == 0 ? 1 + random.nextInt(4) : truth;
                data[observer][unit] = random.nextInt(6) == 0 && unit > 1 ? NONE : value;
            }
        }
        data[0][0] = 1;
        data[1][0] = 2;
        return data;
    }

    private static double[][] changed(DoubleUnaryOperator change) {
        return Arrays.stream(PUBLISHED)
                .map(row -> Arrays.stream(row).map(change).toArray())
                .toArray(double[][]::new);
    }

    private static List<String> units(int count) {
        return IntStream.range(0, count).mapToObj(unit -> "unit " + unit).toList();
    }

    private static Estimate estimate(double[][] data, List<String> clusters) {
        Statistic statistic =
                KrippendorffAlpha.estimate(ReliabilityData.ofObservers(data), clusters, Metric.ORDINAL, BOOTSTRAP);
        return assertInstanceOf(Estimate.class, statistic);
    }

    private static double alpha(double[][] observers, Metric metric) {
        return KrippendorffAlpha.of(ReliabilityData.ofObservers(observers), metric)
                .orElseThrow();
    }

    private static Undefined.Reason reason(double[][] observers, Metric metric) {
        Finding<Double> alpha = KrippendorffAlpha.of(ReliabilityData.ofObservers(observers), metric);
        return alpha.missing().orElseThrow().reason();
    }
}
