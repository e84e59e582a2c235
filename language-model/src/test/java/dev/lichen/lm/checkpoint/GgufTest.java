package dev.lichen.lm.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GgufTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("model.gguf");
    }

    @Test
    void metadataOfEveryKindIsRead() throws IOException {
        Gguf gguf = open(new GgufWriter()
                .put("text", "中文")
                .put("count", 7)
                .put("large", 1L << 40)
                .put("epsilon", 1e-5f)
                .put("exact", 0.1)
                .put("flag", true)
                .put("list", List.of("a", "b"))
                .toBytes());
        assertEquals(
                Map.of(
                        "text",
                        "中文",
                        "count",
                        7L,
                        "large",
                        1L << 40,
                        "epsilon",
                        1e-5,
                        "exact",
                        0.1,
                        "flag",
                        true,
                        "list",
                        List.of("a", "b")),
                gguf.metadata());
    }

    @Test
    void tensorsAreReadWithTheSlowestDimensionFirst() throws IOException {
        Gguf gguf = open(new GgufWriter()
                .add("a", List.of(2L, 3L), 1, 2, 3, 4, 5, 6)
                .add("b", List.of(1L), 7)
                .toBytes());
        assertEquals(List.of(2L, 3L), gguf.shapes().get("a"));
        assertArrayEquals(new float[] {1, 2, 3, 4, 5, 6}, gguf.read("a").toArray());
        assertArrayEquals(new float[] {7}, gguf.read("b").toArray());
    }

    @Test
    void aForeignFileIsNamed() {
        assertEquals(
                file + ": found a file that does not begin with GGUF, expected a GGUF file",
                message("PK and so on".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void anUnknownVersionIsNamed() {
        byte[] bytes = new GgufWriter().toBytes();
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(4, 9);
        assertEquals(file + ": found GGUF version 9, expected 2 or 3, in little-endian order", message(bytes));
    }

    @Test
    void aFileCutWithinItsHeaderSaysSo() {
        byte[] bytes = new GgufWriter().put("key", "value").toBytes();
        String message = message(Arrays.copyOf(bytes, bytes.length - 2));
        assertTrue(message.endsWith("expected 5 more bytes; it is damaged or incomplete"), message);
    }

    @Test
    void aFileCutWithinItsNumbersSaysSo() {
        byte[] bytes = new GgufWriter().add("a", List.of(4L), 1, 2, 3, 4).toBytes();
        String message = message(Arrays.copyOf(bytes, bytes.length - 1));
        assertTrue(message.endsWith("for tensor a; the file is incomplete, fetch it again"), message);
    }

    @Test
    void anAbsurdCountDoesNotExhaustMemory() {
        byte[] bytes = new GgufWriter().toBytes();
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(8, Long.MAX_VALUE);
        assertTrue(message(bytes).contains("it is damaged or incomplete"), message(bytes));
    }

    private Gguf open(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        return Gguf.open(file);
    }

    private String message(byte[] bytes) {
        return assertThrows(CheckpointException.class, () -> open(bytes)).getMessage();
    }
}
