package dev.lichen.lm.checkpoint;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lichen.lm.architecture.TransformerConfig;
import dev.lichen.lm.tokenizer.HuggingFaceTokenizerFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns a GGUF file into a model folder: weights, shape, tokenizer and chat template.
 *
 * <p>Weights are stored in float32 unless asked otherwise: it holds what the file's blocks stand for to the last bit, whereas
 * bfloat16 would round each weight a second time, by up to one part in 256.
 */
public final class GgufImport {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, String> TOKEN_IDS = Map.of(
            "bos_token_id", "tokenizer.ggml.bos_token_id",
            "eos_token_id", "tokenizer.ggml.eos_token_id",
            "pad_token_id", "tokenizer.ggml.padding_token_id");

    private GgufImport() {}

    /**
     * Writes the folder with weights in float32.
     *
     * @throws CheckpointException if the file is damaged or of a kind that is not supported, or the folder cannot be written
     */
    public static ModelFolder importTo(Path file, Path folder) {
        return importTo(file, folder, ElementType.FLOAT32);
    }

    /** Writes the folder with weights in this number format. */
    public static ModelFolder importTo(Path file, Path folder, ElementType storage) {
        Gguf gguf = Gguf.open(file);
        TransformerConfig shape = new GgufLlama(gguf).config();
        Map<String, Integer> tokenIds = tokenIds(gguf);
        HuggingFaceConfig config = new HuggingFaceConfig(shape, new LinkedHashMap<>(tokenIds));
        ModelContents contents = ModelContents.of(config, ModelKind.LANGUAGE_MODEL, weights(gguf, shape))
                .storedAs(storage)
                .with("imported_from", String.valueOf(file.getFileName()))
                .with("imported_sha256", Sha256.of(file))
                .with(place ->
                        HuggingFaceTokenizerFiles.fromGguf(gguf.metadata()).write(place))
                .with(place -> writeGenerationConfig(place, tokenIds));
        return ModelFolder.write(folder, contents);
    }

    private static TensorSource weights(Gguf gguf, TransformerConfig shape) {
        ModelFamily family = ModelFamilies.standard();
        List<WeightBinding> bindings = family.bindings(shape, ModelKind.LANGUAGE_MODEL);
        TensorSource named = GgufLlamaTensors.of(gguf, shape, bindings);
        new WeightCheck(gguf.path(), named.shapes(), bindings).requireAll(family::ignores);
        return FusedTensors.of(named, bindings);
    }

    private static Map<String, Integer> tokenIds(Gguf gguf) {
        Map<String, Integer> ids = new LinkedHashMap<>();
        TOKEN_IDS.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(
                        entry -> gguf.fields().optional(entry.getValue()).ifPresent(id -> ids.put(entry.getKey(), id)));
        return ids;
    }

    private static void writeGenerationConfig(Path place, Map<String, Integer> tokenIds) throws IOException {
        Files.writeString(
                place.resolve("generation_config.json"),
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tokenIds) + "\n");
    }
}
