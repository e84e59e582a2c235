package dev.lichen.training;

import java.util.List;

/**
 * Holds the examples of one training step.
 *
 * @param position where the batch stands in the data
 * @param microBatches its examples, divided by memory; the update is the same however they are divided
 */
public record Batch(DataPosition position, List<MicroBatch> microBatches) {

    public Batch {
        microBatches = List.copyOf(microBatches);
    }

    /** Returns how many examples the batch has. */
    public int size() {
        return microBatches.stream().mapToInt(MicroBatch::size).sum();
    }

    /** Returns all examples, micro-batch by micro-batch. */
    public List<Integer> examples() {
        return microBatches.stream().flatMap(part -> part.examples().stream()).toList();
    }
}
