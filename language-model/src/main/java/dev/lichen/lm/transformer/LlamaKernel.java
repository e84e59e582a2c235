package dev.lichen.lm.transformer;

import dev.lichen.lm.architecture.TransformerConfig;
import dev.lichen.lm.kernel.Kernel;
import java.util.Map;

/** Compiles the kernel of the Llama family for one model's sizes. */
final class LlamaKernel {
    /** Weight tensors a layer. */
    static final int LAYER_WEIGHTS = 6;

    /** Numbers in the largest block of logits that exists at once. */
    private static final int LOGITS_AT_ONCE = 1 << 24;

    private LlamaKernel() {}

    static Kernel compile(TransformerConfig config, Compute compute) {
        Map<String, String> constants = Map.ofEntries(
                Map.entry("WIDTH", text(config.width())),
                Map.entry("EPSILON", Double.toString(config.normEpsilon())),
                Map.entry("HEADS", text(config.heads())),
                Map.entry("KEY_VALUE_HEADS", text(config.keyValueHeads())),
                Map.entry("GROUP", text(config.heads() / config.keyValueHeads())),
                Map.entry("HEAD_WIDTH", text(config.headWidth())),
                Map.entry("LAYERS", text(config.layers())),
                Map.entry("VOCABULARY", text(config.vocabularySize())),
                Map.entry("HEAD", text(headIndex(config))),
                Map.entry("ROWS", text(rowsAtOnce(config.vocabularySize()))),
                Map.entry("PACKED", PackedProducts.availableOn(compute) ? "True" : "False"));
        return Kernel.compile(LlamaKernel.class, "llama.torchscript", constants, compute.device());
    }

    /** Where the vocabulary's product finds its weights: the embedding when tied, else behind the final norm. */
    static int headIndex(TransformerConfig config) {
        return config.tiedHead() ? 0 : 2 + LAYER_WEIGHTS * config.layers();
    }

    private static int rowsAtOnce(int vocabularySize) {
        return Math.max(16, LOGITS_AT_ONCE / vocabularySize);
    }

    private static String text(int number) {
        return Integer.toString(number);
    }
}
