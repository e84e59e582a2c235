package dev.lichen.lm.checkpoint;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;

/**
 * Decodes GGUF's blocks of 256 numbers ("K-quants"): float16 scales for the whole, small whole scales s (and minima m) for
 * groups of 16 or 32 within it; a number is {@code d·s·q − dMin·m}, or {@code d·s·(q − 32)} with six bits.
 */
final class GgmlSuperBlocks {

    private static final int SIZE = 256;
    private static final int GROUP = 32;
    private static final int SCALES = 4;

    private GgmlSuperBlocks() {}

    /** Layout: d, dMin, 12 bytes of scales, 128 bytes of four-bit numbers. */
    static void q4(ByteBuffer block, FloatBuffer values) {
        for (int i = 0; i < SIZE; i++) {
            values.put(scaled(block, i / GROUP, nibble(block, SCALES + 12, i)));
        }
    }

    /** Layout: d, dMin, 12 bytes of scales, 32 bytes of fifth bits, 128 bytes of four-bit numbers. */
    static void q5(ByteBuffer block, FloatBuffer values) {
        int fifthBits = SCALES + 12;
        for (int i = 0; i < SIZE; i++) {
            int fifth = (block.get(fifthBits + i % GROUP) >>> (i / GROUP)) & 1;
            values.put(scaled(block, i / GROUP, nibble(block, fifthBits + GROUP, i) | (fifth << 4)));
        }
    }

    /** Layout: 128 bytes of four-bit numbers, 64 bytes of fifth and sixth bits, 16 signed scales, d. */
    static void q6(ByteBuffer block, FloatBuffer values) {
        float scale = GgmlBlocks.half(block, 208);
        for (int i = 0; i < SIZE; i++) {
            int half = i / 128;
            int quarter = i % 128 / GROUP;
            int low = Byte.toUnsignedInt(block.get(half * 64 + i % 64)) >>> (quarter / 2 * 4) & 0xF;
            int high = Byte.toUnsignedInt(block.get(128 + half * GROUP + i % GROUP)) >>> (quarter * 2) & 3;
            values.put(scale * block.get(192 + i / 16) * ((low | (high << 4)) - 32));
        }
    }

    /** Within each run of 64 numbers, 32 bytes hold the first 32 in their low halves and the others in their high halves. */
    private static int nibble(ByteBuffer block, int offset, int i) {
        int pair = Byte.toUnsignedInt(block.get(offset + i / 64 * GROUP + i % GROUP));
        return i % 64 < GROUP ? pair & 0xF : pair >>> 4;
    }

    private static float scaled(ByteBuffer block, int group, int number) {
        float scale = GgmlBlocks.half(block, 0) * groupScale(block, group);
        float minimum = GgmlBlocks.half(block, 2) * groupMinimum(block, group);
        return scale * number - minimum;
    }

    /** Six bits: bytes 0-3 hold the first four scales; the other four lie in bytes 8-11 and the top bits of bytes 0-3. */
    private static int groupScale(ByteBuffer block, int group) {
        if (group < 4) {
            return block.get(SCALES + group) & 0x3F;
        }
        return (block.get(SCALES + group + 4) & 0xF) | (topBits(block, group - 4) << 4);
    }

    private static int groupMinimum(ByteBuffer block, int group) {
        if (group < 4) {
            return block.get(SCALES + group + 4) & 0x3F;
        }
        return (Byte.toUnsignedInt(block.get(SCALES + group + 4)) >>> 4) | (topBits(block, group) << 4);
    }

    private static int topBits(ByteBuffer block, int index) {
        return Byte.toUnsignedInt(block.get(SCALES + index)) >>> 6;
    }
}
