package dev.lichen.lm.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lichen.lm.architecture.TransformerConfig;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Holds a {@code config.json}: the transformer's shape, and every other field as it was read, token ids among them.
 *
 * <p>What is written back can be read by the 4.x and 5.x versions of transformers.
 *
 * @param transformer the shape
 * @param others the fields of the file, kept and written back unless the shape says otherwise
 */
public record HuggingFaceConfig(TransformerConfig transformer, Map<String, @Nullable Object> others) {

    /** The file's name. */
    public static final String FILE = "config.json";

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> RESTATED =
            List.of("rope_theta", "rope_scaling", "rope_parameters", "torch_dtype", "dtype", "transformers_version");

    /** Copies the fields. */
    public HuggingFaceConfig {
        others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
    }

    /** Returns the configuration of a model made here. */
    public static HuggingFaceConfig of(TransformerConfig transformer) {
        return new HuggingFaceConfig(transformer, Map.of());
    }

    /**
     * Reads a {@code config.json}.
     *
     * @throws CheckpointException if it is missing, is not JSON, is of a family that is not supported, or contradicts itself
     */
    public static HuggingFaceConfig read(Path file) {
        JsonFields fields = JsonFields.read(file);
        try {
            return new HuggingFaceConfig(ModelFamilies.of(fields).read(fields), fields.values());
        } catch (IllegalArgumentException e) {
            throw new CheckpointException(file + ": " + e.getMessage(), e);
        }
    }

    /** Returns the same with one more field, such as {@code eos_token_id}. */
    public HuggingFaceConfig with(String field, Object value) {
        SequencedMap<String, @Nullable Object> more = new LinkedHashMap<>(others);
        more.put(field, value);
        return new HuggingFaceConfig(transformer, more);
    }

    /** Returns the text of the file for weights of this kind and number format. */
    String toJson(ModelKind kind, ElementType storage) {
        SequencedMap<String, @Nullable Object> fields = new LinkedHashMap<>(others);
        fields.keySet().removeAll(RESTATED);
        fields.putAll(ModelFamilies.standard().write(transformer, kind));
        fields.put("torch_dtype", storage.pythonName());
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(fields) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("plain values are always JSON", e);
        }
    }
}
