package dev.lichen.lm.checkpoint;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;

/**
 * Decodes GGUF's blocks of 32 numbers: a float16 scale d, in some formats a float16 minimum m, and small whole numbers q;
 * a number is {@code d·(q − middle)} or {@code d·q + m}.
 *
 * <p>The low halves of 16 bytes are the first 16 numbers and the high halves the others; a fifth bit stands in a 32-bit mask.
 */
final class GgmlBlocks {

    private static final int SIZE = 32;
    private static final int HALF = SIZE / 2;

    private GgmlBlocks() {}

    static void q4WithScale(ByteBuffer block, FloatBuffer values) {
        float scale = half(block, 0);
        for (int i = 0; i < SIZE; i++) {
            values.put(scale * (nibble(block, 2, i) - 8));
        }
    }

    static void q4WithScaleAndMinimum(ByteBuffer block, FloatBuffer values) {
        float scale = half(block, 0);
        float minimum = half(block, 2);
        for (int i = 0; i < SIZE; i++) {
            values.put(scale * nibble(block, 4, i) + minimum);
        }
    }

    static void q5WithScale(ByteBuffer block, FloatBuffer values) {
        float scale = half(block, 0);
        int fifthBits = block.getInt(2);
        for (int i = 0; i < SIZE; i++) {
            values.put(scale * (fiveBits(block, 6, fifthBits, i) - 16));
        }
    }

    static void q5WithScaleAndMinimum(ByteBuffer block, FloatBuffer values) {
        float scale = half(block, 0);
        float minimum = half(block, 2);
        int fifthBits = block.getInt(4);
        for (int i = 0; i < SIZE; i++) {
            values.put(scale * fiveBits(block, 8, fifthBits, i) + minimum);
        }
    }

    static void q8(ByteBuffer block, FloatBuffer values) {
        float scale = half(block, 0);
        for (int i = 0; i < SIZE; i++) {
            values.put(scale * block.get(2 + i));
        }
    }

    static float half(ByteBuffer block, int offset) {
        return Float.float16ToFloat(block.getShort(offset));
    }

    private static int fiveBits(ByteBuffer block, int offset, int fifthBits, int i) {
        return nibble(block, offset, i) | (((fifthBits >>> i) & 1) << 4);
    }

    private static int nibble(ByteBuffer block, int offset, int i) {
        int pair = Byte.toUnsignedInt(block.get(offset + i % HALF));
        return i < HALF ? pair & 0xF : pair >>> 4;
    }
}
