package dev.lichen.lm.checkpoint;

import dev.lichen.lm.architecture.TransformerConfig;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Gives a GGUF file's Llama weights under Hugging Face's names and in its order of rows.
 *
 * <p>The format turns neighbouring dimensions together, Hugging Face those half a head apart; so row {@code 2j + s} of each
 * head of the queries and keys (s 0 or 1) becomes row {@code s·headWidth/2 + j}.
 */
record GgufLlamaTensors(Gguf gguf, TransformerConfig config, SequencedMap<String, String> inFile)
        implements TensorSource {

    private static final Map<String, String> SUFFIXES = Map.of(
            "input_layernorm", "attn_norm",
            "self_attn.q_proj", "attn_q",
            "self_attn.k_proj", "attn_k",
            "self_attn.v_proj", "attn_v",
            "self_attn.o_proj", "attn_output",
            "post_attention_layernorm", "ffn_norm",
            "mlp.gate_proj", "ffn_gate",
            "mlp.up_proj", "ffn_up",
            "mlp.down_proj", "ffn_down");

    private static final Map<String, String> OUTSIDE_LAYERS = Map.of(
            "model.embed_tokens.weight", "token_embd.weight",
            "model.norm.weight", "output_norm.weight",
            "lm_head.weight", "output.weight");

    static GgufLlamaTensors of(Gguf gguf, TransformerConfig config, List<WeightBinding> bindings) {
        SequencedMap<String, String> inFile = new LinkedHashMap<>();
        for (WeightBinding binding : bindings) {
            binding.parts().forEach(part -> inFile.put(part.name(), nameInFile(part.name())));
        }
        gguf.shapes().keySet().stream()
                .filter(name -> !inFile.containsValue(name) && !name.equals(GgufLlama.FREQUENCY_FACTORS))
                .forEach(name -> inFile.put(name, name));
        return new GgufLlamaTensors(gguf, config, inFile);
    }

    @Override
    public SequencedMap<String, List<Long>> shapes() {
        SequencedMap<String, List<Long>> there = gguf.shapes();
        SequencedMap<String, List<Long>> shapes = new LinkedHashMap<>();
        inFile.forEach((name, inFile) -> {
            if (there.containsKey(inFile)) {
                shapes.put(name, there.get(inFile));
            }
        });
        return shapes;
    }

    @Override
    public HostTensor read(String name) {
        HostTensor tensor = gguf.read(inFile.getOrDefault(name, name)).renamed(name);
        if (name.endsWith("self_attn.q_proj.weight")) {
            return halvesApart(tensor, config.heads());
        }
        return name.endsWith("self_attn.k_proj.weight") ? halvesApart(tensor, config.keyValueHeads()) : tensor;
    }

    static HostTensor halvesApart(HostTensor tensor, int heads) {
        int rows = Math.toIntExact(tensor.shape().getFirst());
        int columns = tensor.size() / rows;
        int half = rows / heads / 2;
        FloatBuffer from = tensor.data();
        FloatBuffer to = FloatBuffer.allocate(tensor.size());
        for (int head = 0; head < heads; head++) {
            for (int i = 0; i < 2 * half; i++) {
                int source = head * 2 * half + 2 * (i % half) + i / half;
                to.put(from.slice(source * columns, columns));
            }
        }
        return HostTensor.of(tensor.name(), tensor.shape(), to.flip());
    }

    private static String nameInFile(String name) {
        if (OUTSIDE_LAYERS.containsKey(name)) {
            return OUTSIDE_LAYERS.get(name);
        }
        String inLayer = name.substring("model.layers.".length(), name.length() - ".weight".length());
        int dot = inLayer.indexOf('.');
        return "blk.%s.%s.weight".formatted(inLayer.substring(0, dot), SUFFIXES.get(inLayer.substring(dot + 1)));
    }
}
