package dev.lichen.datasets.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.datasets.statistics.EvidenceProcess.Hypothesis;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EvidenceProcessTest {

    private static final double TOLERANCE = 1e-12;
    private static final double FALSE_ALARMS = 0.05;
    private static final int LIVES = 1000;
    private static final int LENGTH = 300;

    private final EvidenceProcess fair = new EvidenceProcess(0.5, Hypothesis.AT_MOST);
    private final EvidenceProcess careful = new EvidenceProcess(0.6, Hypothesis.AT_LEAST);

    private static double evidence(EvidenceProcess process, long successes, long failures) {
        return Math.exp(process.logEvidence(successes, failures));
    }

    /** By hand: 2·∫ 2p dp over (½, 1) = 3/2, 2·∫ 2(1−p) dp = 1/2, 2·∫ 4p² dp = 7/3. */
    @Test
    void evidenceAgainstAFairCoinIsTheHandWorkedIntegral() {
        assertEquals(1, evidence(fair, 0, 0), TOLERANCE);
        assertEquals(1.5, evidence(fair, 1, 0), TOLERANCE);
        assertEquals(0.5, evidence(fair, 0, 1), TOLERANCE);
        assertEquals(7.0 / 3, evidence(fair, 2, 0), TOLERANCE);
    }

    /** By hand: 1/0.6·∫ (1−p)/0.4 dp over (0, 0.6) = 7/4, 1/0.6·∫ p/0.6 dp = 1/2. */
    @Test
    void evidenceAgainstALowerBoundIsTheHandWorkedIntegral() {
        assertEquals(1.75, evidence(careful, 0, 1), TOLERANCE);
        assertEquals(0.5, evidence(careful, 1, 0), TOLERANCE);
    }

    @Test
    void expectationIsOneWhereTheBoundIsMet() {
        assertEquals(1, 0.5 * evidence(fair, 1, 0) + 0.5 * evidence(fair, 0, 1), TOLERANCE);
        assertEquals(1, 0.6 * evidence(careful, 1, 0) + 0.4 * evidence(careful, 0, 1), TOLERANCE);
        double before = evidence(fair, 7, 3);
        assertEquals(before, 0.5 * evidence(fair, 8, 3) + 0.5 * evidence(fair, 7, 4), TOLERANCE * before);
    }

    @Test
    void peakIsNotForgotten() {
        List<Boolean> sixThenSix = IntStream.range(0, 12).mapToObj(i -> i < 6).toList();
        assertEquals(fair.logEvidence(6, 0), fair.logPeak(sixThenSix), TOLERANCE);
        assertEquals(0, fair.logPeak(Collections.nCopies(5, false)), TOLERANCE);
    }

    @Test
    void longRunsStayFinite() {
        assertTrue(Double.isFinite(fair.logEvidence(1_000_000, 0)));
        assertFalse(fair.logEvidence(0, 1_000_000) > 0);
    }

    @Test
    void falseAlarmsStayBelowTheirRateHoweverOftenOneLooks() {
        assertTrue(alarms(0.5, observations -> fair.refutes(observations, FALSE_ALARMS)) <= FALSE_ALARMS);
        assertTrue(alarms(0.6, observations -> careful.refutes(observations, FALSE_ALARMS)) <= FALSE_ALARMS);
    }

    @Test
    void carelessWorkIsFound() {
        assertTrue(alarms(0.75, observations -> fair.refutes(observations, FALSE_ALARMS)) > 0.99);
        assertTrue(alarms(0.4, observations -> careful.refutes(observations, FALSE_ALARMS)) > 0.99);
    }

    /** The negative control: a test at the same level that is repeated after each observation raises many more alarms. */
    @Test
    void aRepeatedTestHasNoSuchGuarantee() {
        assertTrue(alarms(0.5, EvidenceProcessTest::everSignificant) > 3 * FALSE_ALARMS);
    }

    @Test
    void aBoundThatIsNoChanceIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new EvidenceProcess(1, Hypothesis.AT_MOST));
        assertThrows(IllegalArgumentException.class, () -> new EvidenceProcess(Double.NaN, Hypothesis.AT_LEAST));
    }

    private static boolean everSignificant(List<Boolean> observations) {
        double surplus = 0;
        for (int n = 1; n <= observations.size(); n++) {
            surplus += observations.get(n - 1) ? 0.5 : -0.5;
            if (n >= 10 && surplus / Math.sqrt(n / 4.0) > 1.645) {
                return true;
            }
        }
        return false;
    }

    private static double alarms(double chance, Predicate<List<Boolean>> alarm) {
        SplittableRandom random = new SplittableRandom(11);
        long raised = IntStream.range(0, LIVES)
                .filter(life -> alarm.test(IntStream.range(0, LENGTH)
                        .mapToObj(n -> random.nextDouble() < chance)
                        .toList()))
                .count();
        return (double) raised / LIVES;
    }
}
