package dev.lichen.lm.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GgufImportTest {

    @TempDir
    private Path root;

    @Test
    void shapeTokenIdsAndOriginAreTaken() throws IOException {
        ModelFolder imported = convert(llama());
        assertEquals(
                new TransformerConfig(2, 4, 1, 1, 1, 4, 3, 64, 1e-5, RotaryEmbedding.of(5000), true),
                imported.config());
        assertEquals(1, imported.huggingFaceConfig().others().get("eos_token_id"));
        assertEquals("model.gguf", imported.properties().get("imported_from"));
        assertTrue(Files.exists(imported.path().resolve("tokenizer.json")));
        assertTrue(Files.exists(imported.path().resolve("generation_config.json")));
    }

    /** One head of four rows (a, b, c, d): neighbours turn together, a with b; half a head apart that is (a, c, b, d). */
    @Test
    void rowsOfQueriesAndKeysMoveHalfAHeadApart() throws IOException {
        float[] fused =
                convert(llama()).weights().read("layers.0.query_key_value").toArray();
        assertArrayEquals(new float[] {1, 3, 2, 4}, firstColumn(fused, 0));
        assertArrayEquals(new float[] {11, 13, 12, 14}, firstColumn(fused, 4));
        assertArrayEquals(new float[] {21, 22, 23, 24}, firstColumn(fused, 8));
    }

    /** Negative control: moving rows without regard to heads gives another order as soon as there are two heads. */
    @Test
    void rowsStayWithinTheirHead() {
        HostTensor rows = HostTensor.of("q", List.of(8L, 1L), 1, 2, 3, 4, 5, 6, 7, 8);
        float[] byHead = {1, 3, 2, 4, 5, 7, 6, 8};
        assertArrayEquals(byHead, GgufLlamaTensors.halvesApart(rows, 2).toArray());
        assertThrows(
                AssertionError.class,
                () -> assertArrayEquals(
                        byHead, GgufLlamaTensors.halvesApart(rows, 1).toArray()));
    }

    /** Base 5·10⁹ and a head of 4: frequencies 1 (fast, divided by 1) and 1.4·10⁻⁵ (slow, divided by the factor 8). */
    @Test
    void theFrequenciesOfLlama3AreRecognised() throws IOException {
        ModelFolder imported = convert(longContext(1, 8));
        RotaryEmbedding expected = new RotaryEmbedding(5e9, new RotaryScaling.Llama3(8, 1, 4, 8192));
        assertEquals(expected, imported.config().rotary());
        assertFalse(imported.weights().shapes().containsKey("rope_freqs.weight"));
    }

    @Test
    void frequenciesOfAnotherRuleAreRefused() {
        CheckpointException error = assertThrows(CheckpointException.class, () -> convert(longContext(2, 8)));
        assertTrue(error.getMessage().contains("expected the frequencies of Llama 3"), error.getMessage());
    }

    @Test
    void anotherArchitectureIsRefused() {
        CheckpointException error =
                assertThrows(CheckpointException.class, () -> convert(llama().put("general.architecture", "qwen2")));
        assertEquals(
                root.resolve("model.gguf")
                        + ": found general.architecture = qwen2, expected one of the supported: llama",
                error.getMessage());
    }

    @Test
    void aTensorThatTheShapeDoesNotHaveIsRefused() {
        GgufWriter biased = llama().add("blk.0.attn_q.bias", List.of(4L), 1, 2, 3, 4);
        CheckpointException error = assertThrows(CheckpointException.class, () -> convert(biased));
        assertTrue(error.getMessage().contains("does not have: blk.0.attn_q.bias"), error.getMessage());
    }

    @Test
    void nothingIsLeftOfAFailedImport() {
        assertThrows(CheckpointException.class, () -> convert(llama().put("general.architecture", "qwen2")));
        assertFalse(Files.exists(root.resolve("model")));
    }

    private static GgufWriter longContext(float... factors) {
        return llama().put("llama.rope.freq_base", 5e9f).add("rope_freqs.weight", List.of(2L), factors);
    }

    private ModelFolder convert(GgufWriter writer) throws IOException {
        Path file = Files.write(root.resolve("model.gguf"), writer.toBytes());
        return GgufImport.importTo(file, root.resolve("model"));
    }

    private static float[] firstColumn(float[] matrix, int row) {
        return new float[] {matrix[row * 4], matrix[row * 4 + 4], matrix[row * 4 + 8], matrix[row * 4 + 12]};
    }

    /** Vocabulary of two, width 4, one layer, one head of 4; row r of a matrix is filled with the number of the row. */
    private static GgufWriter llama() {
        return new GgufWriter()
                .put("general.architecture", "llama")
                .put("llama.embedding_length", 4)
                .put("llama.block_count", 1)
                .put("llama.attention.head_count", 1)
                .put("llama.attention.head_count_kv", 1)
                .put("llama.feed_forward_length", 3)
                .put("llama.context_length", 64)
                .put("llama.attention.layer_norm_rms_epsilon", 1e-5f)
                .put("llama.rope.freq_base", 5000f)
                .put("tokenizer.ggml.model", "gpt2")
                .put("tokenizer.ggml.pre", "smollm")
                .put("tokenizer.ggml.tokens", List.of("a", "<|end|>"))
                .put("tokenizer.ggml.token_type", List.of(1, 3))
                .put("tokenizer.ggml.merges", List.of("a a"))
                .put("tokenizer.ggml.eos_token_id", 1)
                .add("token_embd.weight", List.of(2L, 4L), rows(2, 4, 0))
                .add("blk.0.attn_norm.weight", List.of(4L), 1, 1, 1, 1)
                .add("blk.0.attn_q.weight", List.of(4L, 4L), rows(4, 4, 0))
                .add("blk.0.attn_k.weight", List.of(4L, 4L), rows(4, 4, 10))
                .add("blk.0.attn_v.weight", List.of(4L, 4L), rows(4, 4, 20))
                .add("blk.0.attn_output.weight", List.of(4L, 4L), rows(4, 4, 0))
                .add("blk.0.ffn_norm.weight", List.of(4L), 1, 1, 1, 1)
                .add("blk.0.ffn_gate.weight", List.of(3L, 4L), rows(3, 4, 0))
                .add("blk.0.ffn_up.weight", List.of(3L, 4L), rows(3, 4, 0))
                .add("blk.0.ffn_down.weight", List.of(4L, 3L), rows(4, 3, 0))
                .add("output_norm.weight", List.of(4L), 1, 1, 1, 1);
    }

    private static float[] rows(int rows, int columns, int from) {
        float[] values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = from + 1 + i / columns;
        }
        return values;
    }
}
