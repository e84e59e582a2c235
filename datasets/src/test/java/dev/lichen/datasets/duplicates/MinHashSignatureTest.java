package dev.lichen.datasets.duplicates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Holds the estimate to its definition: the share of agreeing functions is J within its standard error. */
class MinHashSignatureTest {

    private static final int REPETITIONS = 200;

    /** Four standard errors of a mean of 200 estimates, each with √(J(1 − J) / 128) at J = 1/2: 4 · 0.0442 / √200. */
    private static final double MEAN_TOLERANCE = 0.0125;

    @Test
    void agreementEstimatesTheJaccardSimilarityWithoutBias() {
        double sum = 0;
        for (int i = 0; i < REPETITIONS; i++) {
            sum += similarityOfHalfEqualSets(i);
        }
        assertEquals(0.5, sum / REPETITIONS, MEAN_TOLERANCE);
    }

    @Test
    void spreadOfTheEstimateIsTheBinomialOne() {
        double squares = IntStream.range(0, REPETITIONS)
                .mapToDouble(MinHashSignatureTest::similarityOfHalfEqualSets)
                .map(estimate -> (estimate - 0.5) * (estimate - 0.5))
                .sum();
        double expected = Math.sqrt(0.25 / MinHashSignature.FUNCTIONS);
        assertEquals(expected, Math.sqrt(squares / REPETITIONS), 0.2 * expected);
    }

    /** One function instead of 128 is right on average too, and far too wide: the spread must tell. */
    @Test
    void negativeControlOneFunctionHasAnotherSpread() {
        double expected = Math.sqrt(0.25 / MinHashSignature.FUNCTIONS);
        assertTrue(Math.abs(Math.sqrt(0.25) - expected) > 0.2 * expected);
    }

    @Test
    void equalSetsAgreeEverywhereAndDisjointOnesNowhere() {
        MinHashSignature one = signature(words("a", 100));
        assertEquals(1, one.similarity(signature(words("a", 100))));
        assertEquals(0, one.similarity(signature(words("b", 100))));
    }

    @Test
    void bandsDifferThoughTheirValuesAreEqual() {
        MinHashSignature empty = MinHashSignature.of(Shingles.of(List.of()));
        assertNotEquals(empty.band(0), empty.band(1));
    }

    /** Sets of 300 runs with 200 in common: J = 200 / 400. */
    private static double similarityOfHalfEqualSets(int repetition) {
        String common = words("common" + repetition, 202);
        List<Passage> one = List.of(new Passage("", common), new Passage("", words("one" + repetition, 102)));
        List<Passage> other = List.of(new Passage("", common), new Passage("", words("other" + repetition, 102)));
        assertEquals(0.5, Shingles.of(one).jaccard(Shingles.of(other)));
        return MinHashSignature.of(Shingles.of(one)).similarity(MinHashSignature.of(Shingles.of(other)));
    }

    private static MinHashSignature signature(String text) {
        return MinHashSignature.of(Shingles.of(List.of(new Passage("", text))));
    }

    private static String words(String stem, int count) {
        return IntStream.range(0, count).mapToObj(i -> stem + i).collect(Collectors.joining(" "));
    }
}
