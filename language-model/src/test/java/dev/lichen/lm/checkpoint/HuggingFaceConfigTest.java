package dev.lichen.lm.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lichen.lm.architecture.RotaryEmbedding;
import dev.lichen.lm.architecture.RotaryScaling;
import dev.lichen.lm.architecture.TransformerConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HuggingFaceConfigTest {

    private static final String SIZES = "\"model_type\":\"llama\",\"vocab_size\":300,\"hidden_size\":64,"
            + "\"num_hidden_layers\":2,\"num_attention_heads\":4,\"intermediate_size\":128";

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("config.json");
    }

    @Test
    void absentFieldsTakeTheFamilysDefaults() throws IOException {
        assertEquals(config(RotaryEmbedding.of(10_000), false), read("{" + SIZES + "}"));
    }

    @Test
    void theOldNamesOfThePositionEmbeddingAreRead() throws IOException {
        RotaryScaling scaling = new RotaryScaling.Llama3(8, 1, 4, 64);
        String json = "{" + SIZES + ",\"tie_word_embeddings\":true,\"rope_theta\":500000.0,\"rope_scaling\":"
                + "{\"rope_type\":\"llama3\",\"factor\":8,\"low_freq_factor\":1,\"high_freq_factor\":4,"
                + "\"original_max_position_embeddings\":64}}";
        assertEquals(config(new RotaryEmbedding(500_000, scaling), true), read(json));
    }

    @Test
    void theNewNamesOfThePositionEmbeddingAreRead() throws IOException {
        String json = "{" + SIZES + ",\"rope_parameters\":{\"rope_theta\":5000,\"rope_type\":\"linear\",\"factor\":2}}";
        RotaryEmbedding expected = new RotaryEmbedding(5000, new RotaryScaling.Linear(2));
        assertEquals(expected, read(json).rotary());
    }

    @Test
    void theOldestNameOfTheScalingIsRead() throws IOException {
        String json = "{" + SIZES + ",\"rope_scaling\":{\"type\":\"linear\",\"factor\":2.0}}";
        assertEquals(new RotaryScaling.Linear(2), read(json).rotary().scaling());
    }

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        RotaryEmbedding rotary = new RotaryEmbedding(500_000, new RotaryScaling.Llama3(8, 1, 4, 64));
        HuggingFaceConfig written = HuggingFaceConfig.of(config(rotary, true)).with("eos_token_id", 2);
        HuggingFaceConfig again =
                HuggingFaceConfig.read(write(written.toJson(ModelKind.LANGUAGE_MODEL, ElementType.BFLOAT16)));
        assertEquals(written.transformer(), again.transformer());
        assertEquals(2, again.others().get("eos_token_id"));
        assertEquals("bfloat16", again.others().get("torch_dtype"));
    }

    @Test
    void aFieldOfTheOldShapeDoesNotSurviveItsReplacement() throws IOException {
        String json =
                "{" + SIZES + ",\"rope_scaling\":{\"type\":\"linear\",\"factor\":2.0},\"initializer_range\":0.02}";
        HuggingFaceConfig old = HuggingFaceConfig.read(write(json));
        HuggingFaceConfig other = new HuggingFaceConfig(config(RotaryEmbedding.of(7), true), old.others());
        String text = other.toJson(ModelKind.LANGUAGE_MODEL, ElementType.FLOAT32);
        assertFalse(text.contains("rope_scaling"), text);
        assertTrue(text.contains("initializer_range"), text);
    }

    @Test
    void anUnknownFamilyIsRefusedWithTheKnownOnes() {
        assertEquals(
                file + ": found model_type = \"mamba\", expected one of the supported: llama",
                message("{\"model_type\":\"mamba\"}"));
    }

    @Test
    void aMissingSizeIsNamed() {
        assertEquals(file + ": found no hidden_size, expected a whole number", message("{\"model_type\":\"llama\"}"));
    }

    @Test
    void aSizeThatIsNoWholeNumberIsNamed() {
        assertEquals(
                file + ": found hidden_size = 6.5, expected a whole number",
                message("{\"model_type\":\"llama\",\"hidden_size\":6.5}"));
    }

    @Test
    void aContradictionBetweenSizesIsNamed() {
        assertEquals(
                file + ": keyValueHeads must divide heads (4), was 3",
                message("{" + SIZES + ",\"num_key_value_heads\":3}"));
    }

    @Test
    void anUnknownScalingIsRefusedWithTheKnownOnes() {
        assertEquals(
                file + ": found rope_scaling.rope_type = \"yarn\", expected one of the supported: default, linear,"
                        + " llama3",
                message("{" + SIZES + ",\"rope_scaling\":{\"rope_type\":\"yarn\",\"factor\":4}}"));
    }

    @Test
    void projectionsWithABiasAreRefused() {
        assertEquals(
                file + ": found attention_bias = true, expected false: projections with a bias are not supported",
                message("{" + SIZES + ",\"attention_bias\":true}"));
    }

    @Test
    void textThatIsNotJsonIsNamed() {
        assertTrue(message("{").startsWith(file + ": found text that is not JSON"), message("{"));
    }

    private static TransformerConfig config(RotaryEmbedding rotary, boolean tied) {
        return new TransformerConfig(300, 64, 2, 4, 4, 16, 128, 2048, 1e-6, rotary, tied);
    }

    private TransformerConfig read(String json) throws IOException {
        return HuggingFaceConfig.read(write(json)).transformer();
    }

    private String message(String json) {
        return assertThrows(CheckpointException.class, () -> read(json)).getMessage();
    }

    private Path write(String json) throws IOException {
        return Files.writeString(file, json);
    }
}
