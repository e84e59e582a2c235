package dev.lichen.lm.checkpoint;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Names the number formats of GGUF files and converts each to float32.
 *
 * <p>Numbers come in blocks that share one or two scales; a plain format is a block of one.
 */
enum GgmlType {
    F32(0, 1, 4),
    F16(1, 1, 2),
    Q4_0(2, 32, 18),
    Q4_1(3, 32, 20),
    Q5_0(6, 32, 22),
    Q5_1(7, 32, 24),
    Q8_0(8, 32, 34),
    Q4_K(12, 256, 144),
    Q5_K(13, 256, 176),
    Q6_K(14, 256, 210),
    F64(28, 1, 8),
    BF16(30, 1, 2);

    private final int code;
    private final int blockSize;
    private final int blockBytes;

    GgmlType(int code, int blockSize, int blockBytes) {
        this.code = code;
        this.blockSize = blockSize;
        this.blockBytes = blockBytes;
    }

    static Optional<GgmlType> ofCode(int code) {
        return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
    }

    static String names() {
        return Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "));
    }

    int blockSize() {
        return blockSize;
    }

    /** Returns the bytes of this many numbers, a multiple of the block size. */
    long bytes(long count) {
        return Math.multiplyExact(count / blockSize, blockBytes);
    }

    /** Converts all blocks between the buffer's position and limit. */
    FloatBuffer decode(ByteBuffer bytes) {
        return switch (this) {
            case F32 -> ElementType.FLOAT32.decode(bytes);
            case F16 -> ElementType.FLOAT16.decode(bytes);
            case BF16 -> ElementType.BFLOAT16.decode(bytes);
            case F64 -> ElementType.FLOAT64.decode(bytes);
            case Q4_0, Q4_1, Q5_0, Q5_1, Q8_0, Q4_K, Q5_K, Q6_K -> decodeBlocks(bytes);
        };
    }

    private FloatBuffer decodeBlocks(ByteBuffer bytes) {
        int blocks = bytes.remaining() / blockBytes;
        FloatBuffer values = FloatBuffer.allocate(Math.multiplyExact(blocks, blockSize));
        for (int block = 0; block < blocks; block++) {
            ByteBuffer one = bytes.slice(bytes.position() + block * blockBytes, blockBytes)
                    .order(bytes.order());
            decodeBlock(one, values);
        }
        return values.flip();
    }

    private void decodeBlock(ByteBuffer block, FloatBuffer values) {
        switch (this) {
            case Q4_0 -> GgmlBlocks.q4WithScale(block, values);
            case Q4_1 -> GgmlBlocks.q4WithScaleAndMinimum(block, values);
            case Q5_0 -> GgmlBlocks.q5WithScale(block, values);
            case Q5_1 -> GgmlBlocks.q5WithScaleAndMinimum(block, values);
            case Q8_0 -> GgmlBlocks.q8(block, values);
            case Q4_K -> GgmlSuperBlocks.q4(block, values);
            case Q5_K -> GgmlSuperBlocks.q5(block, values);
            case Q6_K -> GgmlSuperBlocks.q6(block, values);
            case F32, F16, BF16, F64 -> throw new IllegalStateException(this + " has no blocks");
        }
    }
}
