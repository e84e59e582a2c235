package dev.lichen.lm.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Checks each block format by a case worked by hand, and random blocks against another implementation.
 *
 * <p>{@code golden/gguf-blocks.txt} seals the reading of the formats: each line is a random block and the hash of what the gguf
 * package for Python makes of it. A change there would mean that published files are read differently.
 */
class GgmlTypeTest {

    private static final short ONE = Float.floatToFloat16(1);
    private static final short HALF = Float.floatToFloat16(0.5f);
    private static final short TWO = Float.floatToFloat16(2);

    /** d = 0.5; byte 0 is 0x9F: low half 15 is number 0, (15 − 8)/2 = 3.5; high half 9 is number 16, (9 − 8)/2 = 0.5. */
    @Test
    void fourBitsWithAScale() {
        ByteBuffer block = block(18).putShort(0, HALF).put(2, (byte) 0x9F);
        float[] values = decode(GgmlType.Q4_0, block);
        assertArrayEquals(new float[] {3.5f, -4, 0.5f, -4}, pick(values, 0, 1, 16, 17));
    }

    /** d = 0.5, m = 1; byte 0 is 0x9F: 15/2 + 1 = 8.5 and 9/2 + 1 = 5.5; zero bytes give m. */
    @Test
    void fourBitsWithAScaleAndAMinimum() {
        ByteBuffer block = block(20).putShort(0, HALF).putShort(2, ONE).put(4, (byte) 0x9F);
        float[] values = decode(GgmlType.Q4_1, block);
        assertArrayEquals(new float[] {8.5f, 1, 5.5f, 1}, pick(values, 0, 1, 16, 17));
    }

    /** Fifth bits of numbers 0 and 17 set; byte 0 is 0x9F: 31 − 16 = 15, 9 − 16 = −7; number 17 is 16 − 16 = 0. */
    @Test
    void fiveBitsWithAScale() {
        ByteBuffer block = block(22).putShort(0, ONE).putInt(2, 1 | 1 << 17).put(6, (byte) 0x9F);
        float[] values = decode(GgmlType.Q5_0, block);
        assertArrayEquals(new float[] {15, -16, -7, 0}, pick(values, 0, 1, 16, 17));
    }

    /** As above with m = 0.5 added and no middle taken off. */
    @Test
    void fiveBitsWithAScaleAndAMinimum() {
        ByteBuffer block = block(24).putShort(0, ONE).putShort(2, HALF).putInt(4, 1 | 1 << 17);
        float[] values = decode(GgmlType.Q5_1, block.put(8, (byte) 0x9F));
        assertArrayEquals(new float[] {31.5f, 0.5f, 9.5f, 16.5f}, pick(values, 0, 1, 16, 17));
    }

    @Test
    void eightBitsAreSigned() {
        ByteBuffer block = block(34).putShort(0, HALF).put(2, (byte) -128).put(33, (byte) 127);
        assertArrayEquals(new float[] {-64, 0, 63.5f}, pick(decode(GgmlType.Q8_0, block), 0, 1, 31));
    }

    /**
     * d = 2, dMin = 1. Group 0: scale 3, minimum 5 (bytes 0 and 4). Group 4: scale 2 + 16·1, minimum 1 + 16·2: low halves in
     * byte 8 (0x12), top bits in byte 0 (0x40) and byte 4 (0x80). Number 0 is 7: 2·3·7 − 5 = 37; number 128 is 1: 2·18 − 33 = 3.
     */
    @Test
    void fourBitsInGroups() {
        ByteBuffer block = block(144).putShort(0, TWO).putShort(2, ONE);
        block.put(4, (byte) 0x43).put(8, (byte) 0x85).put(12, (byte) 0x12);
        float[] values = decode(GgmlType.Q4_K, block.put(16, (byte) 7).put(80, (byte) 1));
        assertArrayEquals(new float[] {37, -5, 0, 3, -33}, pick(values, 0, 1, 32, 128, 129));
    }

    /** As above with 32 bytes of fifth bits before the numbers: that of number 0 is set, so 7 + 16 = 23: 6·23 − 5 = 133. */
    @Test
    void fiveBitsInGroups() {
        ByteBuffer block = block(176).putShort(0, TWO).putShort(2, ONE);
        block.put(4, (byte) 3).put(8, (byte) 5).put(16, (byte) 1).put(48, (byte) 7);
        assertArrayEquals(new float[] {133, -5}, pick(decode(GgmlType.Q5_K, block), 0, 1));
    }

    /**
     * d = 0.5, scale of group 0 is 4 and of group 2 is −1. Number 0: low 5, high bits 2: 5 + 32 − 32 = 5, times 2 = 10; number 1:
     * 0 − 32, times 2 = −64. Number 32: low 0, high bits 3 (0x0C): 48 − 32 = 16, times −0.5 = −8.
     */
    @Test
    void sixBitsInGroups() {
        ByteBuffer block = block(210).putShort(208, HALF).put(192, (byte) 4).put(194, (byte) -1);
        float[] values = decode(GgmlType.Q6_K, block.put(0, (byte) 5).put(128, (byte) 0x0E));
        assertArrayEquals(new float[] {10, -64, -8}, pick(values, 0, 1, 32));
    }

    /** Negative control: numbers taken pair by pair, instead of all low halves first, are not the same. */
    @Test
    void halvesOfABytesAreNotNeighbours() {
        ByteBuffer block = block(20).putShort(0, HALF).putShort(2, ONE).put(4, (byte) 0x9F);
        float[] neighbours = {8.5f, 5.5f, 1, 1};
        float[] values = pick(decode(GgmlType.Q4_1, block), 0, 1, 16, 17);
        assertThrows(AssertionError.class, () -> assertArrayEquals(neighbours, values));
    }

    @Test
    void randomBlocksAreReadAsTheReferenceReadsThem() throws IOException {
        for (String line : goldenLines()) {
            String[] fields = line.split(" ", -1);
            ByteBuffer block =
                    ByteBuffer.wrap(HexFormat.of().parseHex(fields[1])).order(ByteOrder.LITTLE_ENDIAN);
            assertEquals(fields[2], hash(GgmlType.valueOf(fields[0]).decode(block)), fields[0]);
        }
    }

    private static List<String> goldenLines() throws IOException {
        try (InputStream in = GgmlTypeTest.class.getResourceAsStream("/golden/gguf-blocks.txt")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.startsWith("#")).toList();
        }
    }

    private static String hash(FloatBuffer values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.remaining() * 4).order(ByteOrder.LITTLE_ENDIAN);
        ElementType.FLOAT32.encode(values, bytes);
        MessageDigest digest = Sha256.start();
        digest.update(bytes.flip());
        return HexFormat.of().formatHex(digest.digest());
    }

    private static float[] decode(GgmlType type, ByteBuffer block) {
        FloatBuffer values = type.decode(block);
        assertEquals(type.blockSize(), values.remaining());
        float[] array = new float[values.remaining()];
        values.get(array);
        return array;
    }

    private static float[] pick(float[] values, int... places) {
        float[] picked = new float[places.length];
        for (int i = 0; i < places.length; i++) {
            picked[i] = values[places[i]];
        }
        return picked;
    }

    private static ByteBuffer block(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
