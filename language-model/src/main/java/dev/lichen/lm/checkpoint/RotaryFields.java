package dev.lichen.lm.checkpoint;

import dev.lichen.lm.architecture.RotaryEmbedding;
import dev.lichen.lm.architecture.RotaryScaling;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads and writes the position embedding in {@code config.json}: newer files have {@code rope_parameters}, older ones
 * {@code rope_theta} and {@code rope_scaling}; both are written, so that every version reads them.
 */
final class RotaryFields {

    private static final double DEFAULT_BASE = 10_000;

    private RotaryFields() {}

    static RotaryEmbedding read(JsonFields fields) {
        JsonFields parameters = fields.object(fields.has("rope_parameters") ? "rope_parameters" : "rope_scaling");
        double base = parameters.number("rope_theta", fields.number("rope_theta", DEFAULT_BASE));
        if (parameters.number("partial_rotary_factor", 1) != 1) {
            throw parameters.bad("partial_rotary_factor", "1: every dimension of a head turns");
        }
        return new RotaryEmbedding(base, scaling(parameters));
    }

    private static RotaryScaling scaling(JsonFields parameters) {
        String key = parameters.has("rope_type") ? "rope_type" : "type";
        return switch (parameters.text(key, "default")) {
            case "default" -> RotaryScaling.NONE;
            case "linear" -> new RotaryScaling.Linear(parameters.number("factor"));
            case "llama3" ->
                new RotaryScaling.Llama3(
                        parameters.number("factor"),
                        parameters.number("low_freq_factor"),
                        parameters.number("high_freq_factor"),
                        parameters.wholeNumber("original_max_position_embeddings"));
            default -> throw parameters.bad(key, "one of the supported: default, linear, llama3");
        };
    }

    static Map<String, Object> write(RotaryEmbedding rotary) {
        Map<String, Object> scaling = scaling(rotary.scaling());
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("rope_type", "default");
        parameters.putAll(scaling);
        parameters.put("rope_theta", rotary.base());
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("rope_theta", rotary.base());
        if (!scaling.isEmpty()) {
            fields.put("rope_scaling", scaling);
        }
        fields.put("rope_parameters", parameters);
        return fields;
    }

    private static Map<String, Object> scaling(RotaryScaling scaling) {
        Map<String, Object> fields = new LinkedHashMap<>();
        switch (scaling) {
            case RotaryScaling.None() -> {}
            case RotaryScaling.Linear(double factor) -> {
                fields.put("rope_type", "linear");
                fields.put("factor", factor);
            }
            case RotaryScaling.Llama3(double factor, double low, double high, int original) -> {
                fields.put("rope_type", "llama3");
                fields.put("factor", factor);
                fields.put("low_freq_factor", low);
                fields.put("high_freq_factor", high);
                fields.put("original_max_position_embeddings", original);
            }
        }
        return fields;
    }
}
