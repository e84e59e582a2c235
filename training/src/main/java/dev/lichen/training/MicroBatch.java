package dev.lichen.training;

import java.util.List;

/**
 * Holds the examples that go through the model together.
 *
 * @param examples the examples' indices in the data, of similar length, the longest first
 */
public record MicroBatch(List<Integer> examples) {

    public MicroBatch {
        examples = List.copyOf(examples);
    }

    public int size() {
        return examples.size();
    }
}
