package dev.lichen.lm.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.lm.architecture.RotaryEmbedding;
import dev.lichen.lm.architecture.TransformerConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelFolderTest {

    /** V 5, D 4, one layer, 2 heads of 2, 1 key/value head, F 3, untied. */
    private static final TransformerConfig TINY =
            new TransformerConfig(5, 4, 1, 2, 1, 2, 3, 16, 1e-5, RotaryEmbedding.of(10_000), false);

    @TempDir
    private Path root;

    private Path folder;

    @BeforeEach
    void nameTheFolder() {
        folder = root.resolve("model");
    }

    @Test
    void whatIsWrittenIsReadBackBitForBit() {
        TensorSource weights = numbered(TINY, ModelKind.LANGUAGE_MODEL);
        ModelFolder read = ModelFolder.write(folder, contents(weights));
        assertEquals(TINY, read.config());
        assertEquals(weights.shapes(), read.weights().shapes());
        weights.forEach(tensor -> assertArrayEquals(
                tensor.toArray(), read.weights().read(tensor.name()).toArray(), tensor.name()));
    }

    /** Rows 0-3 of the fused (8, 4) tensor are the queries, rows 4-5 the keys, rows 6-7 the values. */
    @Test
    void fusedRowsAreTakenApartInTheFile() {
        ModelFolder.write(folder, contents(numbered(TINY, ModelKind.LANGUAGE_MODEL)));
        TensorSource file = Safetensors.open(folder.resolve("model.safetensors"));
        float first = numbered(TINY, ModelKind.LANGUAGE_MODEL)
                .read("layers.0.query_key_value")
                .get(0);
        assertEquals(List.of(4L, 4L), file.shapes().get("model.layers.0.self_attn.q_proj.weight"));
        assertEquals(
                first + 16, file.read("model.layers.0.self_attn.k_proj.weight").get(0));
        assertEquals(
                first + 24, file.read("model.layers.0.self_attn.v_proj.weight").get(0));
    }

    @Test
    void aScalarModelKeepsItsKindItsHeadAndItsProperties() {
        ModelContents contents = ModelContents.of(
                        HuggingFaceConfig.of(TINY), ModelKind.SCALAR_MODEL, numbered(TINY, ModelKind.SCALAR_MODEL))
                .with("score_mean", 0.5);
        ModelFolder read = ModelFolder.write(folder, contents);
        assertEquals(ModelKind.SCALAR_MODEL, read.kind());
        assertEquals(0.5, read.properties().get("score_mean"));
        assertEquals(List.of(1L, 4L), read.weights().shapes().get("scalar_head.weight"));
        assertFalse(read.weights().shapes().containsKey("head"));
    }

    @Test
    void aScalarModelFromElsewhereHasNoBias() throws IOException {
        ModelFolder.write(
                folder,
                ModelContents.of(
                        HuggingFaceConfig.of(TINY), ModelKind.SCALAR_MODEL, numbered(TINY, ModelKind.SCALAR_MODEL)));
        Files.delete(folder.resolve("lichen.json"));
        rewriteWithout("score.bias");
        ModelFolder read = ModelFolder.open(folder);
        assertEquals(ModelKind.SCALAR_MODEL, read.kind());
        assertArrayEquals(
                new float[] {0}, read.weights().read("scalar_head.bias").toArray());
    }

    @Test
    void companionsAreWrittenAndCopiedAlong() throws IOException {
        ModelContents contents = contents(numbered(TINY, ModelKind.LANGUAGE_MODEL))
                .with(place -> Files.writeString(place.resolve("tokenizer.json"), "{}"));
        ModelFolder first = ModelFolder.write(folder, contents);
        Path copy = root.resolve("copy");
        ModelFolder.write(copy, contents(first.weights()).with(first.companions()));
        assertEquals("{}", Files.readString(copy.resolve("tokenizer.json")));
        assertEquals(first.weightsHash(), ModelFolder.open(copy).weightsHash());
    }

    @Test
    void aModelReplacesAnOlderOneAndLeavesNothingBeside() {
        ModelFolder.write(folder, contents(numbered(TINY, ModelKind.LANGUAGE_MODEL)));
        ModelFolder.write(folder, contents(numbered(TINY, ModelKind.LANGUAGE_MODEL)));
        assertArrayEquals(new String[] {"model"}, root.toFile().list());
    }

    @Test
    void aFailedWriteLeavesTheOlderModel() {
        String before = ModelFolder.write(folder, contents(numbered(TINY, ModelKind.LANGUAGE_MODEL)))
                .weightsHash();
        ModelContents failing = contents(numbered(TINY, ModelKind.LANGUAGE_MODEL))
                .with(place -> {
                    throw new IOException("No space left on device");
                });
        CheckpointException error = assertThrows(CheckpointException.class, () -> ModelFolder.write(folder, failing));
        assertEquals(
                "Cannot write " + folder + ": No space left on device; what stood there before is unchanged",
                error.getMessage());
        assertEquals(before, ModelFolder.open(folder).weightsHash());
        assertArrayEquals(new String[] {"model"}, root.toFile().list());
    }

    @Test
    void aFolderOfSomethingElseIsNotReplaced() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("thesis.txt"), "years of work");
        CheckpointException error = assertThrows(
                CheckpointException.class,
                () -> ModelFolder.write(folder, contents(numbered(TINY, ModelKind.LANGUAGE_MODEL))));
        assertTrue(error.getMessage().contains("found something that is no model folder"), error.getMessage());
    }

    @Nested
    class Refused {

        @Test
        void aFolderThatIsNotThere() {
            assertEquals(
                    folder + ": found no folder, expected a model folder: config.json, model.safetensors,"
                            + " tokenizer.json",
                    message());
        }

        @Test
        void aTensorThatIsMissing() {
            ModelFolder.write(folder, contents(numbered(TINY, ModelKind.LANGUAGE_MODEL)));
            rewriteWithout("model.norm.weight");
            assertEquals(folder + ": lacks tensors that the model's shape asks for: model.norm.weight", message());
        }

        @Test
        void aTensorTooMany() {
            ModelFolder.write(folder, contents(numbered(TINY, ModelKind.LANGUAGE_MODEL)));
            List<HostTensor> tensors = tensorsInFile();
            tensors.add(HostTensor.of("model.layers.1.input_layernorm.weight", List.of(4L), new float[4]));
            Safetensors.write(weightsFile(), TensorSource.of(tensors), ElementType.FLOAT32);
            assertEquals(
                    folder + ": holds tensors that a model of this shape does not have:"
                            + " model.layers.1.input_layernorm.weight",
                    message());
        }

        @Test
        void aTensorOfAnotherShape() {
            ModelFolder.write(folder, contents(numbered(TINY, ModelKind.LANGUAGE_MODEL)));
            List<HostTensor> tensors = tensorsInFile();
            tensors.removeIf(tensor -> tensor.name().equals("model.norm.weight"));
            tensors.add(HostTensor.of("model.norm.weight", List.of(3L), new float[3]));
            Safetensors.write(weightsFile(), TensorSource.of(tensors), ElementType.FLOAT32);
            assertEquals(
                    folder + ": found tensor model.norm.weight of shape [3], expected [4] as config.json says",
                    message());
        }

        private String message() {
            return assertThrows(CheckpointException.class, () -> ModelFolder.open(folder))
                    .getMessage();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"parity/llama-gqa-tied", "parity/llama3-rope-scaled"})
    void modelsFromElsewhereAreReadAndWrittenBackBitForBit(String name) {
        ModelFolder source = ModelFolder.open(SharedData.folder(name));
        ModelContents contents = ModelContents.of(source.huggingFaceConfig(), source.kind(), source.weights());
        ModelFolder.write(folder, contents);
        TensorSource before = Safetensors.open(source.path().resolve("model.safetensors"));
        TensorSource after = Safetensors.open(weightsFile());
        assertEquals(before.shapes(), after.shapes());
        before.forEach(tensor ->
                assertArrayEquals(tensor.toArray(), after.read(tensor.name()).toArray(), tensor.name()));
        assertEquals(source.config(), ModelFolder.open(folder).config());
    }

    @Test
    void theParameterCountIsThatOfTheFile() {
        ModelFolder source = ModelFolder.open(SharedData.folder("parity/llama-gqa-tied"));
        long numbers = source.weights().shapes().values().stream()
                .mapToLong(HostTensor::count)
                .sum();
        assertEquals(numbers, source.config().parameterCount());
    }

    private static ModelContents contents(TensorSource weights) {
        return ModelContents.of(HuggingFaceConfig.of(TINY), ModelKind.LANGUAGE_MODEL, weights);
    }

    /** Every tensor of the shape, its numbers counting on from one tensor to the next. */
    private static TensorSource numbered(TransformerConfig config, ModelKind kind) {
        List<HostTensor> tensors = new ArrayList<>();
        int next = 1;
        for (WeightBinding binding : new LlamaFamily().bindings(config, kind)) {
            float[] values = new float[Math.toIntExact(HostTensor.count(binding.shape()))];
            for (int i = 0; i < values.length; i++) {
                values[i] = next++;
            }
            tensors.add(HostTensor.of(binding.name(), binding.shape(), values));
        }
        return TensorSource.of(tensors);
    }

    private void rewriteWithout(String name) {
        List<HostTensor> tensors = tensorsInFile();
        tensors.removeIf(tensor -> tensor.name().equals(name));
        Safetensors.write(weightsFile(), TensorSource.of(tensors), ElementType.FLOAT32);
    }

    private List<HostTensor> tensorsInFile() {
        List<HostTensor> tensors = new ArrayList<>();
        Safetensors.open(weightsFile()).forEach(tensors::add);
        return tensors;
    }

    private Path weightsFile() {
        return folder.resolve("model.safetensors");
    }
}
