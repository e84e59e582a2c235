package dev.lichen.lm.checkpoint;

import dev.lichen.lm.architecture.TransformerConfig;
import java.util.Locale;

/**
 * Estimates the memory that a model takes, in bytes, so that one that does not fit is refused before it is loaded.
 *
 * <p>Weights, gradients and moments are exact. Activations are counted from the tensors that a layer keeps for its gradient
 * (or, without a gradient, from those of one layer) and the scores of the vocabulary, and are right to within about a half.
 *
 * @param weights the weights, and their bfloat16 copies if they are trained
 * @param gradients one float32 a weight if they are trained
 * @param moments two float32 a weight if they are trained
 * @param activations what is computed from the tokens
 */
public record MemoryEstimate(long weights, long gradients, long moments, long activations) {

    private static final int FLOAT = 4;
    private static final int HALF = 2;
    private static final int COPIES_OF_SCORES = 3;
    private static final double GIGABYTE = 1e9;

    /** Estimates a model of this shape. */
    public static MemoryEstimate of(TransformerConfig config, MemoryUse use) {
        long count = config.parameterCount();
        long perWeight = use.trainable() ? FLOAT + (use.bfloat16() ? HALF : 0) : use.bfloat16() ? HALF : FLOAT;
        long kept = use.trainable() ? config.layers() : 1;
        long numbers = kept * layerNumbers(config) * use.tokens();
        long scores = (long) COPIES_OF_SCORES * config.vocabularySize() * use.scoredTokens();
        return new MemoryEstimate(
                perWeight * count,
                use.trainable() ? FLOAT * count : 0,
                use.trainable() ? 2 * FLOAT * count : 0,
                (use.bfloat16() ? HALF : FLOAT) * numbers + FLOAT * scores);
    }

    /** What one layer keeps of one token: its input twice, two norms, projections before and after rotation, the gate. */
    private static long layerNumbers(TransformerConfig config) {
        long attention = 3L * config.queryWidth() + 4L * config.keyValueWidth();
        return 6L * config.width() + attention + 4L * config.feedForwardWidth();
    }

    /** Returns the sum. */
    public long total() {
        return weights + gradients + moments + activations;
    }

    /** Returns the sum of two models that are in memory together. */
    public MemoryEstimate plus(MemoryEstimate other) {
        return new MemoryEstimate(
                weights + other.weights,
                gradients + other.gradients,
                moments + other.moments,
                activations + other.activations);
    }

    /**
     * Requires that this fits into the memory that is free now.
     *
     * @param what what needs it, for the message: a model's folder, a stage
     * @throws CheckpointException if it does not fit
     */
    public void requireFits(Object what) {
        requireFits(what, AvailableMemory.bytes());
    }

    void requireFits(Object what, long available) {
        if (total() > available) {
            throw new CheckpointException(String.format(
                    Locale.ROOT,
                    "%s needs about %.1f GB of memory, %.1f GB are free (weights %.1f, gradients %.1f, moments %.1f,"
                            + " activations %.1f GB); use a smaller model, bfloat16 or smaller batches",
                    what,
                    total() / GIGABYTE,
                    available / GIGABYTE,
                    weights / GIGABYTE,
                    gradients / GIGABYTE,
                    moments / GIGABYTE,
                    activations / GIGABYTE));
        }
    }
}
