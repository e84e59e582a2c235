package dev.lichen.lm.checkpoint;

import dev.lichen.lm.architecture.RotaryEmbedding;
import dev.lichen.lm.architecture.RotaryScaling;
import dev.lichen.lm.architecture.TransformerConfig;
import java.util.List;

/** Reads the shape of a Llama model from a GGUF file's metadata. */
final class GgufLlama {

    /** The tensor in which the format keeps by what each rotary frequency is divided. */
    static final String FREQUENCY_FACTORS = "rope_freqs.weight";

    private static final String ARCHITECTURE = "llama";
    private static final double DEFAULT_BASE = 10_000;
    private static final double TOLERANCE = 1e-3;

    private final Gguf gguf;
    private final GgufMetadata fields;

    GgufLlama(Gguf gguf) {
        this.gguf = gguf;
        this.fields = gguf.fields();
        if (!fields.text("general.architecture", "").equals(ARCHITECTURE)) {
            throw fields.bad("general.architecture", "one of the supported: " + ARCHITECTURE);
        }
        if (fields.wholeNumber("llama.expert_count", 0) > 0) {
            throw fields.bad("llama.expert_count", "0: mixtures of experts are not supported");
        }
    }

    TransformerConfig config() {
        int width = fields.wholeNumber("llama.embedding_length");
        int heads = fields.wholeNumber("llama.attention.head_count");
        int headWidth = fields.wholeNumber("llama.attention.key_length", width / Math.max(1, heads));
        try {
            return new TransformerConfig(
                    vocabularySize(),
                    width,
                    fields.wholeNumber("llama.block_count"),
                    heads,
                    fields.wholeNumber("llama.attention.head_count_kv", heads),
                    headWidth,
                    fields.wholeNumber("llama.feed_forward_length"),
                    fields.wholeNumber("llama.context_length"),
                    fields.number("llama.attention.layer_norm_rms_epsilon", 0),
                    rotary(headWidth),
                    !gguf.shapes().containsKey("output.weight"));
        } catch (IllegalArgumentException e) {
            throw new CheckpointException(gguf.path() + ": " + e.getMessage(), e);
        }
    }

    private int vocabularySize() {
        List<Long> embedding = gguf.shapes().get("token_embd.weight");
        if (embedding == null || embedding.isEmpty()) {
            throw CheckpointException.at(gguf.path(), "no tensor token_embd.weight", "the embedding of a Llama model");
        }
        return Math.toIntExact(embedding.getFirst());
    }

    private RotaryEmbedding rotary(int headWidth) {
        if (fields.wholeNumber("llama.rope.dimension_count", headWidth) != headWidth) {
            throw fields.bad("llama.rope.dimension_count", "the width of a head, " + headWidth);
        }
        double base = fields.number("llama.rope.freq_base", DEFAULT_BASE);
        if (gguf.shapes().containsKey(FREQUENCY_FACTORS)) {
            return llama3(base, headWidth);
        }
        return switch (fields.text("llama.rope.scaling.type", "none")) {
            case "none" -> RotaryEmbedding.of(base);
            case "linear" ->
                new RotaryEmbedding(base, new RotaryScaling.Linear(fields.number("llama.rope.scaling.factor", 1)));
            default -> throw fields.bad("llama.rope.scaling.type", "one of the supported: none, linear");
        };
    }

    /** The file keeps the factors, not the rule: the rule of Llama 3 is accepted if it gives these factors. */
    private RotaryEmbedding llama3(double base, int headWidth) {
        float[] factors = gguf.read(FREQUENCY_FACTORS).toArray();
        double largest = 1;
        for (float factor : factors) {
            largest = Math.max(largest, factor);
        }
        RotaryEmbedding rotary = new RotaryEmbedding(base, new RotaryScaling.Llama3(largest, 1, 4, 8192));
        double[] plain = RotaryEmbedding.of(base).inverseFrequencies(headWidth);
        double[] scaled = rotary.inverseFrequencies(headWidth);
        for (int i = 0; i < scaled.length; i++) {
            if (factors.length != scaled.length || Math.abs(plain[i] / scaled[i] / factors[i] - 1) > TOLERANCE) {
                throw CheckpointException.at(
                        gguf.path(), FREQUENCY_FACTORS + " of another rule", "the frequencies of Llama 3");
            }
        }
        return rotary;
    }
}
