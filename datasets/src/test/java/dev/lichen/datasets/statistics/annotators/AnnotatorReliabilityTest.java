package dev.lichen.datasets.statistics.annotators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.datasets.statistics.Estimate;
import dev.lichen.datasets.statistics.Statistic;
import dev.lichen.datasets.statistics.Undefined;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnnotatorReliabilityTest {

    private static final double[] RATES = {0.95, 0.85, 0.75, 0.6};

    @Test
    void intervalsCoverTheTruthAboutAsOftenAsTheySay() {
        int covered = 0;
        for (int seed = 0; seed < 50; seed++) {
            AnnotatorReliability reliability = fit(DawidSkeneTest.simulated(seed, 300, RATES));
            for (int a = 0; a < RATES.length; a++) {
                covered += estimate(reliability, a).interval().contains(RATES[a]) ? 1 : 0;
            }
        }
        assertTrue(covered >= 180 && covered <= 199, covered + " of 200");
    }

    /** Taking the truth for known, as counting would, makes intervals too narrow. */
    @Test
    void negativeControlUnknownTruthCostsPrecision() {
        Estimate estimate = estimate(fit(DawidSkeneTest.simulated(1, 300, RATES)), 0);
        double known = 2 * 1.96 * Math.sqrt(estimate.value() * (1 - estimate.value()) / 300);
        assertTrue(estimate.interval().width() > 1.1 * known);
    }

    /**
     * Three annotators, two categories of equal share: E[(2·1[a=b]−1)] = (2r_a − 1)(2r_b − 1), so each rate follows from
     * the three rates of agreement.
     */
    @Test
    void threeAnnotatorsHaveAClosedForm() {
        List<Label> labels = symmetric(DawidSkeneTest.simulated(4, 4000, 0.9, 0.8, 0.7));
        double ab = 2 * agreement(labels, "0", "1") - 1;
        double ac = 2 * agreement(labels, "0", "2") - 1;
        double bc = 2 * agreement(labels, "1", "2") - 1;
        AnnotatorReliability reliability = fit(labels);
        assertEquals((1 + Math.sqrt(ab * ac / bc)) / 2, estimate(reliability, 0).value(), 1e-5);
        assertEquals((1 + Math.sqrt(ab * bc / ac)) / 2, estimate(reliability, 1).value(), 1e-5);
        assertEquals(0.5, reliability.shares().getOrDefault("yes", 0.0), 1e-6);
    }

    @Test
    void copiesWithinAClusterNarrowNothingButNewClustersDo() {
        List<Label> once = DawidSkeneTest.simulated(7, 400, RATES);
        List<Label> copied = new ArrayList<>(once);
        List<Label> doubled = new ArrayList<>(once);
        for (Label label : once) {
            copied.add(new Label(label.cluster(), "copy", label.annotator(), label.category()));
            doubled.add(new Label("again " + label.cluster(), "", label.annotator(), label.category()));
        }
        double width = estimate(fit(once), 1).interval().width();
        assertEquals(width, estimate(fit(copied), 1).interval().width(), 1e-4);
        assertEquals(Math.sqrt(2), width / estimate(fit(doubled), 1).interval().width(), 0.02);
    }

    @Test
    void twoAnnotatorsCannotBeToldApart() {
        Undefined undefined = AnnotatorReliability.of(DawidSkeneTest.simulated(1, 50, 0.9, 0.8))
                .missing()
                .orElseThrow();
        assertEquals(Undefined.Reason.TOO_FEW_VALUES, undefined.reason());
    }

    @Test
    void annotatorWithoutCompanyIsUndefinedAndTheOthersAreNot() {
        List<Label> labels = new ArrayList<>(DawidSkeneTest.simulated(2, 200, RATES));
        labels.add(Label.of("elsewhere", "lonely", "yes"));
        AnnotatorReliability reliability = fit(labels);
        assertInstanceOf(Undefined.class, statistic(reliability, "lonely"));
        assertInstanceOf(Estimate.class, statistic(reliability, "0"));
    }

    @Test
    void annotatorWhoIsNeverWrongStillHasAnInterval() {
        List<Label> labels = IntStream.range(0, 40)
                .boxed()
                .flatMap(item -> List.of("a", "b", "c").stream()
                        .map(annotator -> Label.of("" + item, annotator, item % 2 == 0 ? "yes" : "no")))
                .toList();
        Estimate estimate = assertInstanceOf(Estimate.class, statistic(fit(labels), "a"));
        assertEquals(1, estimate.value(), 1e-9);
        assertTrue(estimate.interval().low() > 0.85 && estimate.interval().low() < 0.95);
    }

    /** The scores of one cluster add up to 0, which must not pass for certainty. */
    @Test
    void oneClusterHasNoInterval() {
        List<Label> labels = DawidSkeneTest.simulated(3, 200, RATES).stream()
                .map(label -> new Label("the same", label.cluster(), label.annotator(), label.category()))
                .toList();
        Undefined undefined = assertInstanceOf(Undefined.class, statistic(fit(labels), "0"));
        assertEquals(Undefined.Reason.TOO_FEW_CLUSTERS, undefined.reason());
    }

    @Test
    void betterAnnotatorsAreFoundBetter() {
        AnnotatorReliability reliability = fit(DawidSkeneTest.simulated(3, 2000, RATES));
        for (int a = 0; a < RATES.length; a++) {
            assertEquals(RATES[a], estimate(reliability, a).value(), 0.04);
        }
        assertNotEquals(
                estimate(reliability, 0).value(), estimate(reliability, 1).value(), 0.02);
    }

    /** Adds every label again with the categories exchanged, so that both are equally frequent. */
    private static List<Label> symmetric(List<Label> labels) {
        List<Label> both = new ArrayList<>(labels);
        labels.forEach(label -> both.add(new Label(
                label.cluster(), "turned", label.annotator(), label.category().equals("yes") ? "no" : "yes")));
        return both;
    }

    private static double agreement(List<Label> labels, String first, String second) {
        double same = 0;
        double all = 0;
        for (int start = 0; start < labels.size(); start += 3) {
            String a = labels.get(start + Integer.parseInt(first)).category();
            String b = labels.get(start + Integer.parseInt(second)).category();
            same += a.equals(b) ? 1 : 0;
            all++;
        }
        return same / all;
    }

    private static AnnotatorReliability fit(List<Label> labels) {
        return AnnotatorReliability.of(labels).orElseThrow();
    }

    private static Estimate estimate(AnnotatorReliability reliability, int annotator) {
        return assertInstanceOf(Estimate.class, statistic(reliability, "" + annotator));
    }

    private static Statistic statistic(AnnotatorReliability reliability, String annotator) {
        Statistic statistic = reliability.byAnnotator().get(annotator);
        assertTrue(statistic != null, annotator);
        return statistic;
    }
}
