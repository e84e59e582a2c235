package dev.lichen.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Divides examples into batches, and batches into micro-batches of similar length.
 *
 * <p>Every epoch shuffles the examples afresh and covers each exactly once. A window of {@code w} consecutive batches
 * is then sorted by length, cut into batches, and the batches are shuffled within it; with {@code w = 1} a batch is a
 * uniform sample. Inside a batch the examples are sorted by length and grouped until {@code examples x longest} would
 * exceed the token budget, so that almost no position is padding. The batch of a step is a function of seed and step
 * alone: there is nothing to save, and a resumed run reads on where the checkpoint was taken.
 */
public final class BatchPlan {

    private static final String SHUFFLE = "batch-plan/shuffle";
    private static final String WINDOW = "batch-plan/window";

    private final int[] lengths;
    private final BatchShape shape;
    private final RandomStreams random;
    private long cachedEpoch = -1;
    private List<List<Integer>> cached = List.of();

    /**
     * Plans over examples.
     *
     * @param lengths each example's length in tokens; at least one example
     * @param shape the sizes
     * @param random where the order comes from
     */
    public BatchPlan(List<Integer> lengths, BatchShape shape, RandomStreams random) {
        if (lengths.isEmpty()) {
            throw new IllegalArgumentException("a batch plan needs at least one example");
        }
        this.lengths = lengths.stream().mapToInt(Integer::intValue).toArray();
        this.shape = shape;
        this.random = random;
    }

    /** Returns how many steps one pass over the data takes; the last batch may be smaller. */
    public long batchesPerEpoch() {
        return Math.ceilDiv(lengths.length, shape.size());
    }

    /** Returns where a step stands in the data, given how many steps went before it. */
    public DataPosition position(long stepsDone) {
        return new DataPosition(stepsDone / batchesPerEpoch(), stepsDone % batchesPerEpoch());
    }

    /** Returns the batch of a step, given how many steps went before it. */
    public Batch batch(long stepsDone) {
        DataPosition position = position(stepsDone);
        List<Integer> examples = epoch(position.epoch()).get(Math.toIntExact(position.batch()));
        return new Batch(position, microBatches(examples, lengths, shape.microBatchTokens()));
    }

    /**
     * Groups examples of similar length, the longest first, so that a batch too large for the memory fails at once.
     *
     * @param examples indices into the lengths, in any order
     * @param tokenBudget the bound on {@code examples x longest} of a group; an example above it stands alone
     */
    static List<MicroBatch> microBatches(List<Integer> examples, int[] lengths, int tokenBudget) {
        List<MicroBatch> groups = new ArrayList<>();
        List<Integer> group = new ArrayList<>();
        for (int example : longestFirst(examples, lengths)) {
            if (!group.isEmpty() && (group.size() + 1L) * lengths[group.getFirst()] > tokenBudget) {
                groups.add(new MicroBatch(group));
                group = new ArrayList<>();
            }
            group.add(example);
        }
        groups.add(new MicroBatch(group));
        return groups;
    }

    /**
     * Groups examples that are not part of a plan, such as those of an evaluation, by the same rule.
     *
     * @param lengths each example's length in tokens
     * @param tokenBudget the bound on {@code examples x longest} of a group; an example above it stands alone
     */
    public static List<MicroBatch> microBatches(List<Integer> lengths, int tokenBudget) {
        if (lengths.isEmpty()) {
            return List.of();
        }
        int[] plain = lengths.stream().mapToInt(Integer::intValue).toArray();
        return microBatches(IntStream.range(0, plain.length).boxed().toList(), plain, tokenBudget);
    }

    private static List<Integer> longestFirst(List<Integer> examples, int[] lengths) {
        Comparator<Integer> byLength = Comparator.comparingInt(example -> -lengths[example]);
        return examples.stream()
                .sorted(byLength.thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private List<List<Integer>> epoch(long epoch) {
        if (epoch != cachedEpoch) {
            cached = batches(epoch);
            cachedEpoch = epoch;
        }
        return cached;
    }

    private List<List<Integer>> batches(long epoch) {
        List<Integer> order = Arrays.stream(random.permutation(lengths.length, SHUFFLE, epoch))
                .boxed()
                .toList();
        long perWindow = (long) shape.window() * shape.size();
        List<List<Integer>> batches = new ArrayList<>();
        for (int from = 0, window = 0; from < order.size(); window++) {
            int to = (int) Math.min(order.size(), from + perWindow);
            batches.addAll(window(order.subList(from, to), epoch, window));
            from = to;
        }
        return batches;
    }

    private List<List<Integer>> window(List<Integer> examples, long epoch, int window) {
        List<Integer> sorted = shape.window() == 1 ? examples : longestFirst(examples, lengths);
        List<List<Integer>> batches = new ArrayList<>();
        for (int from = 0; from < sorted.size(); from += shape.size()) {
            batches.add(sorted.subList(from, Math.min(sorted.size(), from + shape.size())));
        }
        Collections.shuffle(batches, random.stream(WINDOW, epoch, window));
        return batches;
    }
}
