package dev.lichen.lm.transformer;

import com.google.errorprone.annotations.MustBeClosed;
import dev.lichen.lm.architecture.RotaryEmbedding;
import dev.lichen.lm.architecture.TransformerConfig;

/** Makes models small enough for tests: milliseconds a pass. */
public final class TinyModels {
    private TinyModels() {}

    /** Two layers, grouped queries, tied head, 64 words, context of 48. */
    public static TransformerConfig config() {
        return new TransformerConfig(64, 32, 2, 4, 2, 8, 48, 48, 1e-6, RotaryEmbedding.of(10_000), true);
    }

    /** The same with a head of its own. */
    public static TransformerConfig untied() {
        return new TransformerConfig(64, 32, 2, 4, 2, 8, 48, 48, 1e-6, RotaryEmbedding.of(10_000), false);
    }

    /** A random model in float32 on the processor. */
    @MustBeClosed
    public static CausalLanguageModel random(long seed) {
        return CausalLanguageModel.initialise(config(), Compute.reference(), seed);
    }
}
