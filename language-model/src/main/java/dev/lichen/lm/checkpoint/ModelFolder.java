package dev.lichen.lm.checkpoint;

import dev.lichen.lm.architecture.TransformerConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes a model as a folder in Hugging Face layout: {@code config.json}, {@code model.safetensors}, the
 * tokenizer's files, and {@code lichen.json} for what the others have no place for.
 *
 * <p>Opening reads the headers and checks every name and shape; numbers are read when they are asked for.
 */
public final class ModelFolder {

    private static final String WEIGHTS = "model.safetensors";
    private static final String INDEX = "model.safetensors.index.json";
    private static final List<String> COMPANIONS = List.of(
            "tokenizer.json",
            "tokenizer_config.json",
            "special_tokens_map.json",
            "added_tokens.json",
            "vocab.json",
            "merges.txt",
            "chat_template.jinja",
            "generation_config.json");

    private final Path path;
    private final HuggingFaceConfig config;
    private final ModelKind kind;
    private final Map<String, @Nullable Object> properties;
    private final TensorSource weights;

    private ModelFolder(Path path, HuggingFaceConfig config, LichenFile lichen, ModelFamily family) {
        this.path = path;
        this.config = config;
        this.kind = lichen.kind().orElseGet(() -> impliedKind(config));
        this.properties = lichen.properties();
        this.weights = weights(path, config.transformer(), kind, family);
    }

    /**
     * Opens a model folder and checks it.
     *
     * @throws CheckpointException if a file is missing or damaged, or the weights are not those of {@code config.json}
     */
    public static ModelFolder open(Path path) {
        AtomicWrite.recover(path);
        Path file = path.resolve(HuggingFaceConfig.FILE);
        if (!Files.isRegularFile(file)) {
            throw CheckpointException.at(
                    path,
                    Files.isDirectory(path) ? "a folder without config.json" : "no folder",
                    "a model folder: config.json, model.safetensors, tokenizer.json");
        }
        HuggingFaceConfig config = HuggingFaceConfig.read(file);
        return new ModelFolder(path, config, LichenFile.read(path), ModelFamilies.of(JsonFields.read(file)));
    }

    /**
     * Writes a model folder beside its place and moves it there; an older model folder of that name is replaced.
     *
     * @throws CheckpointException if it cannot be written, or something else than a model stands there
     */
    public static ModelFolder write(Path path, ModelContents contents) {
        AtomicWrite.recover(path);
        requireReplaceable(path);
        AtomicWrite.folder(path, partial -> {
            Files.writeString(
                    partial.resolve(HuggingFaceConfig.FILE),
                    contents.config().toJson(contents.kind(), contents.storage()));
            Files.writeString(
                    partial.resolve(LichenFile.NAME), LichenFile.toJson(contents.kind(), contents.properties()));
            List<WeightBinding> bindings =
                    ModelFamilies.standard().bindings(contents.config().transformer(), contents.kind());
            TensorSource named = SplitTensors.of(contents.weights(), bindings);
            new SafetensorsWriter(named, contents.storage()).writeTo(partial.resolve(WEIGHTS));
            contents.companions().writeTo(partial);
        });
        return open(path);
    }

    /** Returns where the folder is. */
    public Path path() {
        return path;
    }

    /** Returns the transformer's shape. */
    public TransformerConfig config() {
        return config.transformer();
    }

    /** Returns {@code config.json}. */
    public HuggingFaceConfig huggingFaceConfig() {
        return config;
    }

    /** Returns what the weights compute. */
    public ModelKind kind() {
        return kind;
    }

    /** Returns what {@code lichen.json} says beyond the kind, as plain values. */
    public Map<String, @Nullable Object> properties() {
        return properties;
    }

    /** Returns the weights under Lichen's names. */
    public TensorSource weights() {
        return weights;
    }

    /** Returns a writer that copies the tokenizer's files and {@code generation_config.json}, as far as they are there. */
    public AtomicWrite.PathWriter companions() {
        return folder -> {
            for (String name : COMPANIONS) {
                if (Files.isRegularFile(path.resolve(name))) {
                    Files.copy(path.resolve(name), folder.resolve(name));
                }
            }
        };
    }

    /** Returns the SHA-256 of the weights' file in hexadecimal; of several files, that of their hashes in order. */
    public String weightsHash() {
        if (Files.exists(path.resolve(WEIGHTS))) {
            return Sha256.of(path.resolve(WEIGHTS));
        }
        try (Stream<Path> files = Files.list(path)) {
            return Sha256.ofText(files.filter(file -> file.toString().endsWith(".safetensors"))
                    .sorted()
                    .map(Sha256::of)
                    .collect(Collectors.joining("\n")));
        } catch (IOException e) {
            throw new CheckpointException("Cannot read " + path + ": " + e.getMessage(), e);
        }
    }

    private static ModelKind impliedKind(HuggingFaceConfig config) {
        Object architectures = config.others().get("architectures");
        boolean scalar = String.valueOf(architectures).contains("ForSequenceClassification");
        return scalar ? ModelKind.SCALAR_MODEL : ModelKind.LANGUAGE_MODEL;
    }

    private static TensorSource weights(Path path, TransformerConfig config, ModelKind kind, ModelFamily family) {
        TensorSource file = Safetensors.open(weightsFile(path));
        if (kind == ModelKind.SCALAR_MODEL) {
            file = new TensorsWithDefault(file, HostTensor.of("score.bias", List.of(1L), 0f));
        }
        List<WeightBinding> bindings = family.bindings(config, kind);
        new WeightCheck(path, file.shapes(), bindings).requireAll(family::ignores);
        return FusedTensors.of(file, bindings);
    }

    private static Path weightsFile(Path path) {
        if (Files.exists(path.resolve(WEIGHTS)) || !Files.exists(path.resolve(INDEX))) {
            return path.resolve(WEIGHTS);
        }
        return path.resolve(INDEX);
    }

    private static void requireReplaceable(Path path) {
        if (Files.exists(path) && !Files.exists(path.resolve(HuggingFaceConfig.FILE)) && !isEmptyFolder(path)) {
            throw CheckpointException.at(
                    path, "something that is no model folder", "a new name, or a model folder to replace");
        }
    }

    private static boolean isEmptyFolder(Path path) {
        String[] names = path.toFile().list();
        return names != null && names.length == 0;
    }
}
