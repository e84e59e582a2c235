package dev.lichen.datasets.statistics.consensus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.datasets.statistics.EvidenceProcess;
import dev.lichen.datasets.statistics.EvidenceProcess.Hypothesis;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderEvidenceTest {

    private static final double TOLERANCE = 1e-12;
    private static final int ITEMS = 2000;
    private static final int JUDGES = 100;

    private static double evidence(long agreeing, long opposing) {
        return Math.exp(OrderEvidence.ofPair(agreeing, opposing));
    }

    /** By hand: B(n+1, 1) = 1/(n+1) and B(6, 2) = 1/42, so E = 2³/4, 2⁷/8 and 2⁶/42. */
    @Test
    void evidenceForAPairIsTheHandWorkedIntegral() {
        assertEquals(1, evidence(0, 0), TOLERANCE);
        assertEquals(2, evidence(3, 0), TOLERANCE);
        assertEquals(16, evidence(7, 0), TOLERANCE);
        assertEquals(64.0 / 42, evidence(5, 1), TOLERANCE);
        assertEquals(evidence(5, 1), evidence(1, 5), TOLERANCE);
    }

    @Test
    void evidenceIsTheMeanOfBothSides() {
        EvidenceProcess most = new EvidenceProcess(0.5, Hypothesis.AT_MOST);
        EvidenceProcess least = new EvidenceProcess(0.5, Hypothesis.AT_LEAST);
        double mean = (Math.exp(most.logEvidence(6, 2)) + Math.exp(least.logEvidence(6, 2))) / 2;
        assertEquals(mean, evidence(6, 2), TOLERANCE * mean);
    }

    @Test
    void expectationAfterAnotherJudgeIsTheEvidenceBefore() {
        assertEquals(evidence(4, 2), (evidence(5, 2) + evidence(4, 3)) / 2, TOLERANCE);
    }

    @Test
    void sevenOfOneMindDecideAndSixDoNot() {
        assertTrue(OrderEvidence.decides(OrderEvidence.ofPair(7, 0)));
        assertFalse(OrderEvidence.decides(OrderEvidence.ofPair(6, 0)));
    }

    /** Two of three neighbours are clear, the third is 2 to 1; who ties or leaves out says nothing. */
    @Test
    void anOrderIsAsSureAsItsWeakestNeighbours() {
        List<List<Integer>> judges = List.of(
                List.of(1, 2, 3), List.of(1, 2, 3), List.of(1, 3, 2), List.of(1, 2, 2), Arrays.asList(1, null, 2));
        assertEquals(OrderEvidence.ofPair(2, 1), OrderEvidence.ofOrder(List.of(1, 2, 3), judges), TOLERANCE);
        assertEquals(OrderEvidence.ofPair(4, 0), OrderEvidence.ofOrder(List.of(1, 2, 2), judges), TOLERANCE);
    }

    @Test
    void oneTierOrAMajorityAgainstItDecidesNothing() {
        List<List<Integer>> judges = Collections.nCopies(20, List.of(1, 2));
        assertEquals(0, OrderEvidence.ofOrder(List.of(1, 1), judges));
        assertEquals(0, OrderEvidence.ofOrder(List.of(2, 1), judges));
        assertEquals(0, OrderEvidence.ofOrder(Arrays.asList(1, null), judges));
        assertTrue(OrderEvidence.decides(OrderEvidence.ofOrder(List.of(1, 2), judges)));
    }

    @Test
    void evenPairsAreSeldomEverDecidedHoweverManyJudgesAreAsked() {
        double decided = everDecided(0.5, (k, l) -> OrderEvidence.decides(OrderEvidence.ofPair(k, l)));
        assertTrue(decided <= OrderEvidence.FALSE_DECISIONS, "decided " + decided);
    }

    @Test
    void clearPairsAreDecided() {
        assertTrue(everDecided(0.8, (k, l) -> OrderEvidence.decides(OrderEvidence.ofPair(k, l))) > 0.99);
    }

    /** The negative control: a majority that would be significant if it had been looked at once, looked at each time. */
    @Test
    void stoppingAtTheFirstSignificantMajorityHasNoSuchRate() {
        double decided = everDecided(0.5, (k, l) -> Math.abs(k - l) > 1.645 * Math.sqrt(k + l) && k + l >= 5);
        assertTrue(decided > 3 * OrderEvidence.FALSE_DECISIONS, "decided " + decided);
    }

    private static double everDecided(double chance, BiPredicate<Integer, Integer> rule) {
        SplittableRandom random = new SplittableRandom(5);
        long decided = IntStream.range(0, ITEMS)
                .filter(item -> {
                    int agreeing = 0;
                    for (int n = 1; n <= JUDGES; n++) {
                        agreeing += random.nextDouble() < chance ? 1 : 0;
                        if (rule.test(agreeing, n - agreeing)) {
                            return true;
                        }
                    }
                    return false;
                })
                .count();
        return (double) decided / ITEMS;
    }
}
