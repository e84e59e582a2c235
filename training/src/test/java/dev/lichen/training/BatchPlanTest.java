package dev.lichen.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BatchPlanTest {

    private static final int EXAMPLES = 103;
    private static final int BUDGET = 600;
    private static final BatchShape SHAPE = new BatchShape(10, BUDGET, 1);

    private final List<Integer> lengths = randomLengths(EXAMPLES);

    private static List<Integer> randomLengths(int count) {
        RandomGenerator random = new RandomStreams(1).stream("lengths", 0, 0);
        return IntStream.range(0, count)
                .map(index -> 1 + random.nextInt(200))
                .boxed()
                .toList();
    }

    private BatchPlan plan(BatchShape shape, long seed) {
        return new BatchPlan(lengths, shape, new RandomStreams(seed));
    }

    private static List<Integer> epoch(BatchPlan plan, long epoch) {
        long first = epoch * plan.batchesPerEpoch();
        return LongStream.range(first, first + plan.batchesPerEpoch())
                .boxed()
                .flatMap(step -> plan.batch(step).examples().stream())
                .toList();
    }

    @Test
    void everyEpochCoversEveryExampleOnce() {
        List<Integer> all = IntStream.range(0, EXAMPLES).boxed().toList();
        for (BatchShape shape : List.of(SHAPE, new BatchShape(10, BUDGET, 4))) {
            for (long epoch = 0; epoch < 3; epoch++) {
                assertEquals(all, epoch(plan(shape, 5), epoch).stream().sorted().toList());
            }
        }
    }

    @Test
    void epochsAndSeedsDifferInOrder() {
        BatchPlan plan = plan(SHAPE, 5);

        assertNotEquals(epoch(plan, 0), epoch(plan, 1));
        assertNotEquals(epoch(plan, 0), epoch(plan(SHAPE, 6), 0));
    }

    @Test
    void aStepsBatchDoesNotDependOnTheStepsBefore() {
        BatchPlan uninterrupted = plan(SHAPE, 5);
        for (long step = 0; step < 25; step++) {
            assertEquals(plan(SHAPE, 5).batch(step), uninterrupted.batch(step));
        }
    }

    @Test
    void thePositionFollowsFromTheStep() {
        BatchPlan plan = plan(SHAPE, 5);

        assertEquals(11, plan.batchesPerEpoch());
        assertEquals(new DataPosition(0, 10), plan.position(10));
        assertEquals(new DataPosition(2, 3), plan.batch(25).position());
    }

    @Test
    void theMicroBatchBudgetChangesNoBatch() {
        BatchPlan small = plan(new BatchShape(10, 50, 1), 5);
        BatchPlan large = plan(new BatchShape(10, 1_000_000, 1), 5);

        assertEquals(1, large.batch(0).microBatches().size());
        assertTrue(small.batch(0).microBatches().size() > 3);
        assertEquals(large.batch(0).examples(), small.batch(0).examples());
    }

    @Test
    void noMicroBatchExceedsTheBudgetUnlessItIsOneExample() {
        BatchPlan plan = plan(new BatchShape(10, 150, 1), 5);
        for (long step = 0; step < plan.batchesPerEpoch(); step++) {
            for (MicroBatch part : plan.batch(step).microBatches()) {
                assertTrue(part.size() == 1 || padded(part) <= 150, part + " is too large");
            }
        }
    }

    @Test
    void aWindowLeavesAlmostNoPadding() {
        List<Integer> many = randomLengths(2000);
        BatchPlan windowed = new BatchPlan(many, new BatchShape(20, 2000, 100), new RandomStreams(5));
        BatchPlan random = new BatchPlan(many, new BatchShape(20, 2000, 1), new RandomStreams(5));

        assertTrue(padding(windowed, many) < 0.02, "padding " + padding(windowed, many));
        assertTrue(padding(random, many) > 0.1, "negative control: unsorted batches pad");
    }

    @Test
    void theLongestExamplesComeFirst() {
        List<MicroBatch> parts = BatchPlan.microBatches(List.of(3, 9, 9, 1, 5), 18);

        assertEquals(List.of(new MicroBatch(List.of(1, 2)), new MicroBatch(List.of(4, 0, 3))), parts);
    }

    @Test
    void anEmptyDataSetIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new BatchPlan(List.of(), SHAPE, new RandomStreams(1)));
    }

    private int padded(MicroBatch part) {
        return padded(part, lengths);
    }

    private static int padded(MicroBatch part, List<Integer> lengths) {
        return part.size()
                * part.examples().stream().mapToInt(lengths::get).max().orElseThrow();
    }

    private static double padding(BatchPlan plan, List<Integer> lengths) {
        double padded = LongStream.range(0, plan.batchesPerEpoch())
                .boxed()
                .flatMap(step -> plan.batch(step).microBatches().stream())
                .mapToInt(part -> padded(part, lengths))
                .sum();
        return 1 - lengths.stream().mapToInt(Integer::intValue).sum() / padded;
    }
}
