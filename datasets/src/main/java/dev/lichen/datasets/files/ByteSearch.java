package dev.lichen.datasets.files;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Searches bytes eight at a time.
 *
 * <p>A byte of {@code word ^ pattern} is zero where the word has the byte of the pattern, and {@code (x − 0x01…01) & ~x &
 * 0x80…80} is non-zero exactly if a byte of x is zero.
 */
final class ByteSearch {

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;

    private ByteSearch() {}

    /** Returns where a byte stands first, or −1. */
    static int indexOf(byte wanted, byte[] bytes, int from, int to) {
        long pattern = ONES * (wanted & 0xFF);
        int i = from;
        for (; i + Long.BYTES <= to; i += Long.BYTES) {
            long zeros = zeroBytes(word(bytes, i) ^ pattern);
            if (zeros != 0) {
                return i + Long.numberOfTrailingZeros(zeros) / Byte.SIZE;
            }
        }
        for (; i < to; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    /** Returns where the first byte stands that is no ASCII character or is NUL, or {@code to}. */
    static int endOfAscii(byte[] bytes, int from, int to) {
        int i = from;
        for (; i + Long.BYTES <= to; i += Long.BYTES) {
            long word = word(bytes, i);
            long odd = (word & HIGH_BITS) | zeroBytes(word);
            if (odd != 0) {
                return i + Long.numberOfTrailingZeros(odd) / Byte.SIZE;
            }
        }
        while (i < to && bytes[i] > 0) {
            i++;
        }
        return i;
    }

    private static long word(byte[] bytes, int index) {
        return (long) WORDS.get(bytes, index);
    }

    private static long zeroBytes(long word) {
        return (word - ONES) & ~word & HIGH_BITS;
    }
}
