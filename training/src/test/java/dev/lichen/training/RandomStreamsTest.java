package dev.lichen.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Pins the numbers of the streams: a change of one of these values changes every run that was ever made. */
class RandomStreamsTest {

    private static final long SEED = 42;

    private final RandomStreams streams = new RandomStreams(SEED);

    @Test
    void numbersAreTheSameInEveryProcess() {
        RandomGenerator random = streams.stream("sample", 3, 7);

        assertEquals(-6618583723713807744L, random.nextLong());
        assertEquals(0.3668094748626207, random.nextDouble());
        assertEquals(31, random.nextInt(1000));
        assertEquals(-0.6582197621754726, random.nextGaussian());
        assertEquals(-5549986961289631440L, streams.seed("sample", 3, 7));
        assertArrayEquals(new int[] {4, 6, 5, 1, 2, 3, 0, 7}, streams.permutation(8, "shuffle", 0));
    }

    @Test
    void whatWasDrawnBeforeChangesNothing() {
        long expected = streams.stream("sample", 5, 0).nextLong();
        streams.stream("sample", 4, 0).nextLong();
        streams.permutation(100, "shuffle", 5);

        assertEquals(expected, streams.stream("sample", 5, 0).nextLong());
    }

    @Test
    void seedPurposeStepAndIndexEachGiveOtherNumbers() {
        long number = streams.seed("sample", 1, 2);

        assertNotEquals(number, new RandomStreams(SEED + 1).seed("sample", 1, 2));
        assertNotEquals(number, streams.seed("shuffle", 1, 2));
        assertNotEquals(number, streams.seed("sample", 2, 2));
        assertNotEquals(number, streams.seed("sample", 1, 3));
        assertNotEquals(number, streams.seed("sample", 2, 1));
    }

    @Test
    void neighbouringStreamsAreUncorrelated() {
        int size = 4096;
        double[] first = IntStream.range(0, size)
                .mapToDouble(step -> streams.stream("sample", step, 0).nextDouble() - 0.5)
                .toArray();
        double[] second = IntStream.range(0, size)
                .mapToDouble(step -> streams.stream("sample", step, 1).nextDouble() - 0.5)
                .toArray();

        double bound = 4 / Math.sqrt(size); // four standard errors of a correlation of nothing
        assertEquals(0, correlation(first, second), bound);
        assertEquals(1, correlation(first, first), bound, "negative control: the same stream correlates");
    }

    private static double correlation(double[] first, double[] second) {
        double product = IntStream.range(0, first.length)
                .mapToDouble(index -> first[index] * second[index])
                .average()
                .orElseThrow();
        double variance = 1.0 / 12;
        return product / variance;
    }

    @Test
    void aPermutationHoldsEveryNumberOnce() {
        int[] order = streams.permutation(1000, "shuffle", 1);

        assertArrayEquals(
                IntStream.range(0, 1000).toArray(),
                Arrays.stream(order).sorted().toArray());
    }

    @Test
    void everyOrderOfThreeOccursAboutEquallyOften() {
        int trials = 6000;
        long straight = IntStream.range(0, trials)
                .filter(trial -> Arrays.equals(new int[] {0, 1, 2}, streams.permutation(3, "shuffle", trial)))
                .count();

        double expected = trials / 6.0;
        assertEquals(expected, (double) straight, 4 * Math.sqrt(expected * 5 / 6)); // four standard deviations
    }

    @Test
    void streamsOfAStepDoNotCollide() {
        Set<Long> seeds = new HashSet<>();
        for (int index = 0; index < 10_000; index++) {
            seeds.add(streams.seed("sample", 0, index));
        }

        assertEquals(10_000, seeds.size());
    }
}
