package dev.lichen.lm.checkpoint;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Names the number formats of safetensors files and converts each to float32; floating formats are written as well.
 *
 * <p>Numbers lie in little-endian order. float32 is read without a copy; narrower formats convert exactly, wider ones to
 * the nearest float32. Writing float16 and bfloat16 rounds to the nearest value, ties to even.
 */
public enum ElementType {
    FLOAT64("F64", 8),
    FLOAT32("F32", 4),
    FLOAT16("F16", 2),
    BFLOAT16("BF16", 2),
    INT64("I64", 8),
    INT32("I32", 4),
    INT16("I16", 2),
    INT8("I8", 1),
    UINT8("U8", 1),
    BOOLEAN("BOOL", 1);

    private final String code;
    private final int bytes;

    ElementType(String code, int bytes) {
        this.code = code;
        this.bytes = bytes;
    }

    /** Returns the name of this format in a safetensors header, such as {@code BF16}. */
    public String code() {
        return code;
    }

    /** Returns the name of this format in {@code config.json}, such as {@code bfloat16}. */
    String pythonName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the bytes of one number. */
    public int bytes() {
        return bytes;
    }

    /** Converts all numbers between the buffer's position and limit; for float32 the result is a view of it. */
    FloatBuffer decode(ByteBuffer littleEndian) {
        if (this == FLOAT32) {
            return littleEndian.slice().order(littleEndian.order()).asFloatBuffer();
        }
        float[] values = new float[littleEndian.remaining() / bytes];
        for (int i = 0; i < values.length; i++) {
            values[i] = decode(littleEndian, littleEndian.position() + i * bytes);
        }
        return FloatBuffer.wrap(values);
    }

    /** Writes as many values as both buffers have room for, moving both positions. */
    void encode(FloatBuffer values, ByteBuffer littleEndian) {
        int count = Math.min(values.remaining(), littleEndian.remaining() / bytes);
        if (this == FLOAT32) {
            littleEndian.asFloatBuffer().put(values.slice(values.position(), count));
            values.position(values.position() + count);
            littleEndian.position(littleEndian.position() + count * bytes);
            return;
        }
        for (int i = 0; i < count; i++) {
            encode(values.get(), littleEndian);
        }
    }

    static Optional<ElementType> ofCode(String code) {
        return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
    }

    static String codes() {
        return Arrays.stream(values()).map(ElementType::code).collect(Collectors.joining(", "));
    }

    private float decode(ByteBuffer from, int offset) {
        return switch (this) {
            case FLOAT64 -> (float) from.getDouble(offset);
            case FLOAT32 -> from.getFloat(offset);
            case FLOAT16 -> Float.float16ToFloat(from.getShort(offset));
            case BFLOAT16 -> BFloat16.toFloat(from.getShort(offset));
            case INT64 -> from.getLong(offset);
            case INT32 -> from.getInt(offset);
            case INT16 -> from.getShort(offset);
            case INT8 -> from.get(offset);
            case UINT8 -> Byte.toUnsignedInt(from.get(offset));
            case BOOLEAN -> from.get(offset) == 0 ? 0 : 1;
        };
    }

    private void encode(float value, ByteBuffer to) {
        switch (this) {
            case FLOAT64 -> to.putDouble(value);
            case FLOAT32 -> to.putFloat(value);
            case FLOAT16 -> to.putShort(Float.floatToFloat16(value));
            case BFLOAT16 -> to.putShort(BFloat16.fromFloat(value));
            case INT64, INT32, INT16, INT8, UINT8, BOOLEAN ->
                throw new IllegalArgumentException("weights are written as F32, BF16, F16 or F64, not as " + code);
        }
    }
}
