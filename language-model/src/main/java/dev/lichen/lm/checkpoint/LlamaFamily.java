package dev.lichen.lm.checkpoint;

import dev.lichen.lm.architecture.TransformerConfig;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads and writes models of the Llama family: RMS norm, rotary positions, grouped queries, SiLU gate, no biases. */
final class LlamaFamily implements ModelFamily {

    private static final int DEFAULT_MAXIMUM_LENGTH = 2048;
    private static final double DEFAULT_EPSILON = 1e-6;

    @Override
    public String modelType() {
        return "llama";
    }

    @Override
    public TransformerConfig read(JsonFields fields) {
        requirePlain(fields);
        int width = fields.wholeNumber("hidden_size");
        int heads = fields.wholeNumber("num_attention_heads");
        return new TransformerConfig(
                fields.wholeNumber("vocab_size"),
                width,
                fields.wholeNumber("num_hidden_layers"),
                heads,
                fields.wholeNumber("num_key_value_heads", heads),
                fields.wholeNumber("head_dim", width / Math.max(1, heads)),
                fields.wholeNumber("intermediate_size"),
                fields.wholeNumber("max_position_embeddings", DEFAULT_MAXIMUM_LENGTH),
                fields.number("rms_norm_eps", DEFAULT_EPSILON),
                RotaryFields.read(fields),
                fields.flag("tie_word_embeddings", false));
    }

    private static void requirePlain(JsonFields fields) {
        if (!fields.text("hidden_act", "silu").equals("silu")) {
            throw fields.bad("hidden_act", "silu");
        }
        for (String bias : List.of("attention_bias", "mlp_bias")) {
            if (fields.flag(bias, false)) {
                throw fields.bad(bias, "false: projections with a bias are not supported");
            }
        }
        if (fields.has("quantization_config")) {
            throw fields.bad("quantization_config", "weights that are not quantised");
        }
    }

    @Override
    public Map<String, Object> write(TransformerConfig config, ModelKind kind) {
        Map<String, Object> fields = new LinkedHashMap<>();
        boolean scalar = kind == ModelKind.SCALAR_MODEL;
        fields.put("architectures", List.of(scalar ? "LlamaForSequenceClassification" : "LlamaForCausalLM"));
        fields.put("model_type", modelType());
        fields.put("vocab_size", config.vocabularySize());
        fields.put("hidden_size", config.width());
        fields.put("num_hidden_layers", config.layers());
        fields.put("num_attention_heads", config.heads());
        fields.put("num_key_value_heads", config.keyValueHeads());
        fields.put("head_dim", config.headWidth());
        fields.put("intermediate_size", config.feedForwardWidth());
        fields.put("max_position_embeddings", config.maximumLength());
        fields.put("rms_norm_eps", config.normEpsilon());
        fields.put("hidden_act", "silu");
        fields.put("attention_bias", false);
        fields.put("mlp_bias", false);
        fields.put("tie_word_embeddings", config.tiedHead());
        fields.putAll(RotaryFields.write(config.rotary()));
        if (scalar) {
            fields.put("num_labels", 1);
        }
        return fields;
    }

    @Override
    public List<WeightBinding> bindings(TransformerConfig config, ModelKind kind) {
        long width = config.width();
        List<WeightBinding> bindings = new ArrayList<>();
        bindings.add(WeightBinding.of("embedding", "model.embed_tokens.weight", config.vocabularySize(), width));
        for (int layer = 0; layer < config.layers(); layer++) {
            addLayer(bindings, config, layer);
        }
        bindings.add(WeightBinding.of("final_norm", "model.norm.weight", width));
        addHead(bindings, config, kind);
        return bindings;
    }

    private static void addHead(List<WeightBinding> bindings, TransformerConfig config, ModelKind kind) {
        if (kind == ModelKind.SCALAR_MODEL) {
            bindings.add(WeightBinding.of("scalar_head.weight", "score.weight", 1, config.width()));
            bindings.add(WeightBinding.of("scalar_head.bias", "score.bias", 1));
        } else if (!config.tiedHead()) {
            bindings.add(WeightBinding.of("head", "lm_head.weight", config.vocabularySize(), config.width()));
        }
    }

    private static void addLayer(List<WeightBinding> bindings, TransformerConfig config, int layer) {
        String ours = "layers." + layer + ".";
        String theirs = "model.layers." + layer + ".";
        long width = config.width();
        long inner = config.feedForwardWidth();
        bindings.add(WeightBinding.of(ours + "attention_norm", theirs + "input_layernorm.weight", width));
        bindings.add(new WeightBinding(
                ours + "query_key_value",
                List.of(
                        matrix(theirs + "self_attn.q_proj.weight", config.queryWidth(), width),
                        matrix(theirs + "self_attn.k_proj.weight", config.keyValueWidth(), width),
                        matrix(theirs + "self_attn.v_proj.weight", config.keyValueWidth(), width))));
        bindings.add(WeightBinding.of(
                ours + "attention_output", theirs + "self_attn.o_proj.weight", width, config.queryWidth()));
        bindings.add(WeightBinding.of(ours + "feed_forward_norm", theirs + "post_attention_layernorm.weight", width));
        bindings.add(new WeightBinding(
                ours + "gate_up",
                List.of(
                        matrix(theirs + "mlp.gate_proj.weight", inner, width),
                        matrix(theirs + "mlp.up_proj.weight", inner, width))));
        bindings.add(WeightBinding.of(ours + "down", theirs + "mlp.down_proj.weight", width, inner));
    }

    private static WeightBinding.Part matrix(String name, long rows, long columns) {
        return new WeightBinding.Part(name, List.of(rows, columns));
    }

    /** Buffers that old exports hold, a copy of the tied head, and heads of another kind than the one asked for. */
    @Override
    public boolean ignores(String name) {
        return name.endsWith("rotary_emb.inv_freq") || name.equals("lm_head.weight") || name.startsWith("score.");
    }
}
