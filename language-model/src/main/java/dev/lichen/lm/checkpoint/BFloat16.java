package dev.lichen.lm.checkpoint;

/** Converts between float32 and bfloat16, the upper half of a float32: 1 sign, 8 exponent and 7 mantissa bits. */
final class BFloat16 {

    private static final int QUIET_BIT = 0x0040;
    private static final int JUST_BELOW_HALF = 0x7FFF;

    private BFloat16() {}

    static float toFloat(short bits) {
        return Float.intBitsToFloat(bits << 16);
    }

    /** Rounds to the nearest bfloat16, ties to the even mantissa; NaN stays NaN, values beyond the largest become infinite. */
    static short fromFloat(float value) {
        int bits = Float.floatToRawIntBits(value);
        if (Float.isNaN(value)) {
            return (short) ((bits >>> 16) | QUIET_BIT);
        }
        int odd = (bits >>> 16) & 1;
        return (short) ((bits + JUST_BELOW_HALF + odd) >>> 16);
    }
}
