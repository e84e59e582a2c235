package dev.lichen.training;

import dev.lichen.training.config.Doc;
import dev.lichen.training.config.Require;

/**
 * Sets how examples become batches.
 *
 * @param size examples a step, at least 1
 * @param microBatchTokens how many tokens may go through the model together, at least 1; bounds memory only
 * @param window how many batches are sorted by length together, at least 1
 */
public record BatchShape(
        @Doc("examples a training step, at least 1") int size,

        @Doc("tokens that go through the model together, at least 1; bounds memory, changes no result")
        int microBatchTokens,

        @Doc("batches that are sorted by length together, at least 1; 1 leaves the batches wholly random")
        int window) {

    public BatchShape {
        Require.positive("size", size);
        Require.positive("microBatchTokens", microBatchTokens);
        Require.positive("window", window);
    }

    /** Returns 16 examples a step, 2048 tokens at a time, sorted within their batch only. */
    public static BatchShape defaults() {
        return new BatchShape(16, 2048, 1);
    }
}
