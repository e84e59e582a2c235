package dev.lichen.sft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class BitsPerByteTest {

    private static final double TOLERANCE = 1e-12;

    @Test
    void uniformBytesCostEightBits() {
        assertEquals(8, BitsPerByte.of(10 * Math.log(256), 10), TOLERANCE);
        assertNotEquals(8, 10 * Math.log(256) / 10, TOLERANCE, "nats in place of bits");
    }

    @Test
    void tokenizerDoesNotMatter() {
        double perByte = BitsPerByte.of(6 * Math.log(4), 6); // six tokens of one byte, 2 bits each
        double perWord = BitsPerByte.of(2 * Math.log(64), 6); // two tokens of three bytes, 6 bits each
        assertEquals(perByte, perWord, TOLERANCE);
    }

    @Test
    void textWithoutBytesIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> BitsPerByte.of(1, 0));
    }
}
