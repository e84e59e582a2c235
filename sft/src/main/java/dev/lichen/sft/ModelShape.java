package dev.lichen.sft;

import dev.lichen.lm.architecture.RotaryEmbedding;
import dev.lichen.lm.architecture.TransformerConfig;
import dev.lichen.training.config.Doc;
import dev.lichen.training.config.Require;

/**
 * Sets the sizes of a new transformer of the Llama family with tied embeddings.
 *
 * @param width D, a multiple of {@code heads}
 * @param layers L
 * @param heads H, a multiple of {@code keyValueHeads}
 * @param keyValueHeads G
 * @param feedForwardWidth F
 * @param maximumLength the longest sequence
 */
public record ModelShape(
        @Doc("width of the hidden states, a multiple of heads")
        int width,

        @Doc("layers, at least 1") int layers,

        @Doc("attention heads, a multiple of keyValueHeads") int heads,

        @Doc("key and value heads, at least 1") int keyValueHeads,

        @Doc("width of the feed-forward layers, at least 1") int feedForwardWidth,

        @Doc("longest sequence in tokens, at least 2") int maximumLength) {

    private static final double NORM_EPSILON = 1e-5;
    private static final double ROTARY_BASE = 10_000;

    public ModelShape {
        Require.positive("layers", layers);
        Require.divides("keyValueHeads", keyValueHeads, "heads", heads);
        Require.divides("heads", heads, "width", width);
        Require.positive("feedForwardWidth", feedForwardWidth);
        Require.atLeast("maximumLength", maximumLength, 2);
    }

    /** Returns a model of a few million weights. */
    public static ModelShape defaults() {
        return new ModelShape(256, 4, 4, 2, 704, 512);
    }

    /** Returns the transformer of these sizes for a vocabulary. */
    TransformerConfig transformer(int vocabularySize) {
        return new TransformerConfig(
                vocabularySize,
                width,
                layers,
                heads,
                keyValueHeads,
                width / heads,
                feedForwardWidth,
                maximumLength,
                NORM_EPSILON,
                RotaryEmbedding.of(ROTARY_BASE),
                true);
    }
}
