package dev.lichen.lm.checkpoint;

/**
 * Says what will be done with a model, as far as memory depends on it.
 *
 * @param trainable whether it is trained with Adam: gradients and two moments a weight, activations kept for all layers
 * @param bfloat16 whether products read bfloat16 copies of the weights
 * @param tokens tokens that go through the model at once, 0 for the weights alone
 * @param scoredTokens how many of them are predicted over the whole vocabulary at once
 */
public record MemoryUse(boolean trainable, boolean bfloat16, long tokens, long scoredTokens) {

    /** Returns the use of weights alone, before it is known how many tokens will come. */
    public static MemoryUse ofWeights(boolean trainable, boolean bfloat16) {
        return new MemoryUse(trainable, bfloat16, 0, 0);
    }
}
