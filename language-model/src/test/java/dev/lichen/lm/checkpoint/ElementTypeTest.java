package dev.lichen.lm.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ElementTypeTest {

    /**
     * bfloat16 keeps 7 mantissa bits, so near 1 it steps by 2^-7 = 0.0078125. 1.00390625 = 1 + 2^-8 lies half-way between 1
     * (mantissa 0, even) and 1 + 2^-7 (odd) and goes down; 1.01171875 lies half-way between mantissas 1 and 2 and goes up.
     */
    @ParameterizedTest
    @CsvSource({
        "1.0, 3F80",
        "-2.0, C000",
        "1.00390625, 3F80",
        "1.01171875, 3F82",
        "1.0040283, 3F81",
        "3.4028235E38, 7F80",
        "-0.0, 8000",
        "1.0E-45, 0000",
        "Infinity, 7F80"
    })
    void bfloat16RoundsToTheNearestTiesToEven(float value, String hex) {
        assertEquals(Integer.parseInt(hex, 16), encoded(ElementType.BFLOAT16, value));
    }

    /** Negative control: cutting the lower half off instead of rounding gives 3F81 for 1.01171875. */
    @Test
    void bfloat16DoesNotTruncate() {
        assertNotEquals(Float.floatToRawIntBits(1.0117188f) >>> 16, encoded(ElementType.BFLOAT16, 1.0117188f));
    }

    /**
     * float16 has 10 mantissa bits and steps by 2^-10 near 1; 65504 is its largest value, 2^-24 its smallest. 1 + 2^-11 is
     * half-way between 1 and the odd 1 + 2^-10; 65520 is half-way to 65536 and becomes infinite.
     */
    @ParameterizedTest
    @CsvSource({
        "1.0, 3C00",
        "-2.0, C000",
        "1.00048828125, 3C00",
        "1.00146484375, 3C02",
        "65504, 7BFF",
        "65520, 7C00",
        "5.9604645E-8, 0001",
        "2.9802322E-8, 0000",
        "6.097555E-5, 03FF"
    })
    void float16RoundsToTheNearestTiesToEven(float value, String hex) {
        assertEquals(Integer.parseInt(hex, 16), encoded(ElementType.FLOAT16, value));
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOAT16", "BFLOAT16"})
    void everyHalfPrecisionNumberSurvivesARoundTrip(ElementType type) {
        for (int bits = 0; bits <= 0xFFFF; bits++) {
            ByteBuffer bytes = buffer(2).putShort((short) bits).flip();
            float value = type.decode(bytes).get(0);
            assertTrue(Float.isNaN(value) || encoded(type, value) == bits, "bits " + bits);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"FLOAT16", "BFLOAT16"})
    void notANumberStaysNotANumber(ElementType type) {
        ByteBuffer bytes = buffer(2);
        type.encode(FloatBuffer.wrap(new float[] {Float.intBitsToFloat(0x7F800001)}), bytes);
        assertTrue(Float.isNaN(type.decode(bytes.flip()).get(0)));
    }

    @Test
    void wholeNumbersBecomeFloats() {
        assertEquals(-7, ElementType.INT64.decode(buffer(8).putLong(-7).flip()).get(0));
        assertEquals(-7, ElementType.INT32.decode(buffer(4).putInt(-7).flip()).get(0));
        assertEquals(
                -7,
                ElementType.INT16.decode(buffer(2).putShort((short) -7).flip()).get(0));
        assertEquals(
                -7, ElementType.INT8.decode(buffer(1).put((byte) -7).flip()).get(0));
        assertEquals(
                249, ElementType.UINT8.decode(buffer(1).put((byte) 249).flip()).get(0));
        assertEquals(
                1, ElementType.BOOLEAN.decode(buffer(1).put((byte) 1).flip()).get(0));
        assertEquals(
                0.1f,
                ElementType.FLOAT64.decode(buffer(8).putDouble(0.1).flip()).get(0));
    }

    @Test
    void weightsAreNotWrittenAsWholeNumbers() {
        FloatBuffer values = FloatBuffer.wrap(new float[] {1});
        assertThrows(IllegalArgumentException.class, () -> ElementType.INT8.encode(values, buffer(1)));
    }

    private static int encoded(ElementType type, float value) {
        ByteBuffer bytes = buffer(2);
        type.encode(FloatBuffer.wrap(new float[] {value}), bytes);
        return Short.toUnsignedInt(bytes.getShort(0));
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
