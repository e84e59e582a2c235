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
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("model.safetensors");
    }

    private static final HostTensor MATRIX =
            HostTensor.of("matrix", List.of(2L, 3L), 1, -2, 0.1f, 1e-42f, -0.0f, 3e38f);
    private static final HostTensor VECTOR = HostTensor.of("vector", List.of(2L), 7, 8);
    private static final HostTensor SCALAR = HostTensor.of("scalar", List.of(), 5);

    @Test
    void whatIsWrittenIsReadBackBitForBit() {
        write(MATRIX, VECTOR, SCALAR);
        TensorSource read = Safetensors.open(file);
        assertEquals(
                List.of("matrix", "vector", "scalar"), List.copyOf(read.shapes().keySet()));
        assertEquals(List.of(2L, 3L), read.read("matrix").shape());
        assertArrayEquals(bits(MATRIX), bits(read.read("matrix")));
        assertArrayEquals(new float[] {5}, read.read("scalar").toArray());
    }

    @Test
    void writingTwiceGivesTheSameBytesAndTheirHash() throws IOException {
        String hash = write(MATRIX, VECTOR);
        byte[] first = Files.readAllBytes(file);
        assertEquals(hash, write(MATRIX, VECTOR));
        assertArrayEquals(first, Files.readAllBytes(file));
        assertEquals(hash, Sha256.of(file));
    }

    @Test
    void bfloat16HalvesTheFileAndRounds() {
        Safetensors.write(file, TensorSource.of(List.of(VECTOR, MATRIX)), ElementType.BFLOAT16);
        TensorSource read = Safetensors.open(file);
        assertArrayEquals(new float[] {7, 8}, read.read("vector").toArray());
        assertEquals(0.100097656f, read.read("matrix").get(2));
    }

    @Test
    void aTensorLargerThanTheWriteBufferSurvives() {
        float[] values = new float[700_001];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        write(HostTensor.of("large", List.of(700_001L), values));
        assertArrayEquals(values, Safetensors.open(file).read("large").toArray());
    }

    @Test
    void dataBeginsAtAMultipleOfEightBytes() throws IOException {
        write(MATRIX);
        long header = littleEndian(Files.readAllBytes(file)).getLong();
        assertEquals(0, header % 8);
    }

    @Test
    void nothingElseIsLeftBeside() throws IOException {
        write(MATRIX);
        write(MATRIX);
        assertOnlyTheFileIsThere();
    }

    @Test
    void shardsAreReadThroughTheirIndex() throws IOException {
        Safetensors.write(folder.resolve("a.safetensors"), TensorSource.of(List.of(MATRIX)), ElementType.FLOAT32);
        Safetensors.write(folder.resolve("b.safetensors"), TensorSource.of(List.of(VECTOR)), ElementType.FLOAT32);
        TensorSource read =
                Safetensors.open(index("{\"weight_map\":{\"matrix\":\"a.safetensors\",\"vector\":\"b.safetensors\"}}"));
        assertEquals(List.of(2L, 3L), read.shapes().get("matrix"));
        assertArrayEquals(new float[] {7, 8}, read.read("vector").toArray());
    }

    @Test
    void aShardThatLacksItsTensorIsNamed() throws IOException {
        Safetensors.write(folder.resolve("a.safetensors"), TensorSource.of(List.of(MATRIX)), ElementType.FLOAT32);
        Path index = index("{\"weight_map\":{\"vector\":\"a.safetensors\"}}");
        assertEquals(index + ": found tensor vector, expected it in the shard that the index names", message(index));
    }

    @Test
    void aShardOutsideTheFolderIsRefused() throws IOException {
        Path index = index("{\"weight_map\":{\"vector\":\"../a.safetensors\"}}");
        assertEquals(index + ": found shard '../a.safetensors', expected a file of the same folder", message(index));
    }

    @Nested
    class Damaged {

        @Test
        void aMissingFileIsNamed() {
            assertEquals(file + ": found no file, expected a file of weights", message(file));
        }

        @Test
        void anEmptyFileIsNamed() throws IOException {
            Files.createFile(file);
            assertEquals(file + ": found an empty file, expected a file of weights", message(file));
        }

        @Test
        void aFileCutShortSaysSo() throws IOException {
            write(MATRIX, VECTOR);
            byte[] bytes = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(bytes, bytes.length - 4));
            assertEquals(
                    file + ": found 28 bytes of data, expected at least 32 for tensor vector; the file is incomplete,"
                            + " fetch it again",
                    message(file));
        }

        @Test
        void aFileCutWithinItsHeaderSaysSo() throws IOException {
            write(MATRIX, VECTOR);
            Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 20));
            assertTrue(message(file).contains("this one is foreign or incomplete"), message(file));
        }

        @Test
        void anImpossibleHeaderLengthSaysSo() throws IOException {
            Files.write(
                    file, littleEndian(new byte[16]).putLong(0, Long.MAX_VALUE).array());
            assertEquals(
                    file + ": found a header of 9223372036854775807 bytes in a file of 16, expected a safetensors file;"
                            + " this one is foreign or incomplete",
                    message(file));
        }

        @Test
        void aHeaderThatIsNotJsonSaysSo() throws IOException {
            writeRaw("not JSON", 0);
            assertTrue(message(file).startsWith(file + ": found a header that is not JSON"), message(file));
        }

        @Test
        void aGitLfsPointerSaysSo() throws IOException {
            Files.writeString(file, "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 5\n");
            assertEquals(
                    file + ": found a Git LFS pointer, expected the weights it points to (git lfs pull fetches them)",
                    message(file));
        }

        @Test
        void anUnknownNumberFormatIsNamed() throws IOException {
            writeRaw("{\"a\":{\"dtype\":\"F4\",\"shape\":[1],\"data_offsets\":[0,1]}}", 1);
            assertTrue(message(file).contains("found tensor a of number format 'F4', expected one of F64, F32"));
        }

        @Test
        void aSizeThatContradictsTheShapeIsNamed() throws IOException {
            writeRaw("{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}}", 4);
            assertEquals(file + ": found 4 bytes for tensor a, expected 8 (F32 of shape [2])", message(file));
        }

        @Test
        void aNegativeSizeIsRefused() throws IOException {
            writeRaw("{\"a\":{\"dtype\":\"F32\",\"shape\":[-2],\"data_offsets\":[0,4]}}", 4);
            assertTrue(message(file).contains("expected whole numbers of at least 0"), message(file));
        }
    }

    @Test
    void whatStoodThereSurvivesAFailedWrite() throws IOException {
        write(VECTOR);
        byte[] before = Files.readAllBytes(file);
        TensorSource broken = new FailingSource(MATRIX);
        assertThrows(CheckpointException.class, () -> Safetensors.write(file, broken, ElementType.FLOAT32));
        assertArrayEquals(before, Files.readAllBytes(file));
        assertOnlyTheFileIsThere();
    }

    private void assertOnlyTheFileIsThere() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    private String write(HostTensor... tensors) {
        return Safetensors.write(file, TensorSource.of(List.of(tensors)), ElementType.FLOAT32);
    }

    private void writeRaw(String header, int dataBytes) throws IOException {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        byte[] bytes = new byte[8 + json.length + dataBytes];
        littleEndian(bytes).putLong(json.length).put(json);
        Files.write(file, bytes);
    }

    private Path index(String json) throws IOException {
        return Files.writeString(folder.resolve("model.safetensors.index.json"), json);
    }

    private static String message(Path opened) {
        return assertThrows(CheckpointException.class, () -> Safetensors.open(opened))
                .getMessage();
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int[] bits(HostTensor tensor) {
        int[] bits = new int[tensor.size()];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Float.floatToRawIntBits(tensor.get(i));
        }
        return bits;
    }
}
