package dev.lichen.datasets.statistics.annotators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.datasets.statistics.BootstrapInterval;
import dev.lichen.datasets.statistics.ClusterBootstrap;
import dev.lichen.datasets.statistics.Estimate;
import dev.lichen.datasets.statistics.Finding;
import dev.lichen.datasets.statistics.Interval;
import dev.lichen.datasets.statistics.Undefined;
import dev.lichen.datasets.statistics.WilsonInterval;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.StringTokenizer;
import org.junit.jupiter.api.Test;

class DawidSkeneTest {

    private static final double LIKELIHOOD = 1e-4;
    private static final int SIMULATIONS = 200;
    private static final int ITEMS = 150;

    /** Of annotators who are right in 80 % of six items in ten, and in 60 % of the others. */
    private static final double ACCURACY = 0.6 * 0.8 + 0.4 * 0.6;

    /** Dawid and Skene 1979, table 1: five anaesthetists grade 45 patients, the first of them three times. */
    private static final String PATIENTS = """
            1111111 3334334 1122122 2223121 2223222 2223322 1222111 3333433 2222223 2322223 4444444 2223343 1111111
            2223212 1211111 1112111 1111111 1111111 2222221 2221322 2222222 2222221 2223222 2212222 1111111 1111111
            2322222 1111111 1111111 1121121 1111111 3333233 1111111 2222222 2223232 4334343 2212232 2323233 3333432
            1111111 1111111 1212111 2322222 1211111 2222222
            """;

    private static final DawidSkene ANAESTHETISTS = DawidSkene.fit(patients()).orElseThrow();

    @Test
    void anaesthetistsHaveThePublishedShares() {
        double[] published = {.40, .42, .11, .07};
        for (int grade = 1; grade <= 4; grade++) {
            assertEquals(published[grade - 1], ANAESTHETISTS.share("" + grade), 0.005);
        }
        assertEquals(-192.8908812, ANAESTHETISTS.logLikelihood(), LIKELIHOOD);
    }

    @Test
    void firstAnaesthetistHasThePublishedErrorRates() {
        double[][] published = {{.89, .11, 0, 0}, {.07, .88, .05, 0}, {0, .34, .66, 0}, {0, 0, .56, .44}};
        for (int truth = 1; truth <= 4; truth++) {
            for (int said = 1; said <= 4; said++) {
                assertEquals(
                        published[truth - 1][said - 1], ANAESTHETISTS.errorRate("1", "" + truth, "" + said), 0.005);
            }
        }
        assertEquals(0.828763, ANAESTHETISTS.accuracy("1"), LIKELIHOOD);
        assertEquals(0.866943, ANAESTHETISTS.accuracy("4"), LIKELIHOOD);
    }

    /** Agreement with the most frequent grade takes the majority for the truth. */
    @Test
    void negativeControlMajorityVoteDiffers() {
        List<Label> labels = patients();
        double right = labels.stream()
                .filter(label -> label.annotator().equals("1"))
                .filter(label -> label.category().equals(majority(labels, label.cluster())))
                .count();
        assertNotEquals(right / 135, ANAESTHETISTS.accuracy("1"), 0.01);
    }

    @Test
    void patientsGetProbableGrades() {
        assertTrue(ANAESTHETISTS.item("patient 0", "").getOrDefault("1", 0.0) > 0.99);
        double sum = ANAESTHETISTS.item("patient 2", "").values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        assertEquals(1, sum, 1e-9);
    }

    @Test
    void accuracyHasABootstrapInterval() {
        ClusterBootstrap bootstrap = new ClusterBootstrap(200, 1, 0.95, BootstrapInterval.PERCENTILE);
        Estimate estimate = assertInstanceOf(Estimate.class, ANAESTHETISTS.accuracy("1", bootstrap));
        assertEquals(0.828763, estimate.value(), LIKELIHOOD);
        assertTrue(estimate.interval().low() < 0.82 && estimate.interval().high() > 0.84);
    }

    /** 95 % of 200 is 190 with a standard deviation of 3.1. */
    @Test
    void intervalsFromTheInformationCoverTheTruthAsOftenAsTheySay() {
        int covered = 0;
        for (int seed = 0; seed < SIMULATIONS; seed++) {
            covered += covers(accuracyOfTheFirst(confused(seed, 1, 1)).interval()) ? 1 : 0;
        }
        assertTrue(covered >= 181 && covered <= 199, "covered " + covered);
    }

    /** Taking what each item probably is for what it is: the binomial interval of the accuracy is too narrow. */
    @Test
    void negativeControlIntervalsThatTakeTheTruthAsKnownCoverLess() {
        int covered = 0;
        for (int seed = 0; seed < SIMULATIONS; seed++) {
            double rate = accuracyOfTheFirst(confused(seed, 1, 1)).value();
            double half = 1.96 * Math.sqrt(rate * (1 - rate) / ITEMS);
            covered += covers(new Interval(rate - half, rate + half, 0.95)) ? 1 : 0;
        }
        assertTrue(covered < 165, "covered " + covered);
    }

    @Test
    void informationAndBootstrapAgree() {
        List<Label> labels = confused(7, 1, 1);
        Interval information = accuracyOfTheFirst(labels).interval();
        Interval bootstrap = assertInstanceOf(
                        Estimate.class, DawidSkene.fit(labels).orElseThrow().accuracy("0", ClusterBootstrap.of(1)))
                .interval();
        double width = bootstrap.high() - bootstrap.low();
        assertEquals(width, information.high() - information.low(), 0.15 * width);
    }

    @Test
    void fourfoldDataHalveTheIntervalAndCopiesWithinAClusterDoNot() {
        double once = width(confused(3, 1, 1));
        assertEquals(once / 2, width(confused(3, 4, 1)), 0.01 * once);
        assertEquals(once, width(confused(3, 1, 4)), 0.01 * once);
    }

    @Test
    void annotatorWhoIsNeverWrongGetsWilsonsInterval() {
        List<Label> labels = new ArrayList<>();
        for (int item = 0; item < 20; item++) {
            for (String annotator : List.of("a", "b", "c", "d")) {
                labels.add(Label.of("i" + item, annotator, item % 2 == 0 ? "yes" : "no"));
            }
        }
        Estimate estimate = assertInstanceOf(
                Estimate.class,
                DawidSkene.fit(labels).orElseThrow().accuracies(0.95).get("a"));
        assertEquals(1, estimate.value());
        assertEquals(WilsonInterval.of(20, 20, 0.95), estimate.interval());
    }

    @Test
    void twoAnnotatorsHaveNoIntervalFromTheInformation() {
        Undefined undefined = assertInstanceOf(
                Undefined.class,
                DawidSkene.fit(simulated(1, 50, 0.8, 0.9))
                        .orElseThrow()
                        .accuracies(0.95)
                        .get("0"));
        assertEquals(Undefined.Reason.TOO_FEW_VALUES, undefined.reason());
    }

    private static double width(List<Label> labels) {
        Interval interval = accuracyOfTheFirst(labels).interval();
        return interval.high() - interval.low();
    }

    private static Estimate accuracyOfTheFirst(List<Label> labels) {
        DawidSkene fit = DawidSkene.fit(labels).orElseThrow();
        assertTrue(fit.hasConverged());
        return assertInstanceOf(Estimate.class, fit.accuracies(0.95).get("0"));
    }

    private static boolean covers(Interval interval) {
        return interval.low() <= ACCURACY && ACCURACY <= interval.high();
    }

    /** Draws labels by five annotators who are right in 80 % of one category and 60 % of another, in copies. */
    private static List<Label> confused(long seed, int clusters, int copies) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Label> labels = new ArrayList<>();
        for (int item = 0; item < ITEMS; item++) {
            boolean truth = random.nextDouble() < 0.6;
            for (int annotator = 0; annotator < 5; annotator++) {
                boolean right = random.nextDouble() < (truth ? 0.8 : 0.6);
                for (int copy = 0; copy < clusters * copies; copy++) {
                    String cluster = "item " + item + " of " + copy / copies;
                    labels.add(new Label(cluster, "" + copy, "" + annotator, right == truth ? "yes" : "no"));
                }
            }
        }
        return labels;
    }

    @Test
    void orderAndNamesChangeNothing() {
        List<Label> labels = new ArrayList<>(patients().stream()
                .map(label -> new Label("x" + label.cluster(), "", "z" + label.annotator(), "c" + label.category()))
                .toList());
        Collections.reverse(labels);
        DawidSkene renamed = DawidSkene.fit(labels).orElseThrow();
        assertEquals(ANAESTHETISTS.accuracy("3"), renamed.accuracy("z3"), LIKELIHOOD);
    }

    @Test
    void undefinedValuesSayWhy() {
        assertEquals(Undefined.Reason.NO_OBSERVATIONS, reason(List.of()));
        assertEquals(
                Undefined.Reason.NO_VARIATION, reason(List.of(Label.of("i", "a", "yes"), Label.of("i", "b", "yes"))));
        assertEquals(
                Undefined.Reason.TOO_FEW_VALUES, reason(List.of(Label.of("i", "a", "yes"), Label.of("j", "b", "no"))));
    }

    private static Undefined.Reason reason(List<Label> labels) {
        Finding<DawidSkene> fit = DawidSkene.fit(labels);
        return fit.missing().orElseThrow().reason();
    }

    private static String majority(List<Label> labels, String patient) {
        return List.of("1", "2", "3", "4").stream()
                .max(Comparator.comparingLong(grade -> labels.stream()
                        .filter(label -> label.cluster().equals(patient)
                                && label.category().equals(grade))
                        .count()))
                .orElseThrow();
    }

    private static List<Label> patients() {
        String annotators = "1112345";
        List<Label> labels = new ArrayList<>();
        StringTokenizer rows = new StringTokenizer(PATIENTS);
        for (int patient = 0; rows.hasMoreTokens(); patient++) {
            String grades = rows.nextToken();
            for (int i = 0; i < 7; i++) {
                labels.add(Label.of("patient " + patient, annotators.substring(i, i + 1), grades.substring(i, i + 1)));
            }
        }
        return labels;
    }

    /** Draws labels of two categories by annotators who are right with these probabilities. */
    static List<Label> simulated(long seed, int items, double... rates) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Label> labels = new ArrayList<>();
        for (int item = 0; item < items; item++) {
            boolean truth = random.nextBoolean();
            for (int a = 0; a < rates.length; a++) {
                boolean right = random.nextDouble() < rates[a];
                labels.add(Label.of("item " + item, "" + a, right == truth ? "yes" : "no"));
            }
        }
        return labels;
    }
}
