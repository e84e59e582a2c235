package dev.lichen.datasets.files;

import java.io.IOException;
import java.io.InputStream;

/** Holds the part of a stream from the beginning of a record on; it grows to the longest record. */
final class ByteWindow {

    private static final int FIRST_CAPACITY = 1 << 16;

    private final InputStream input;
    private byte[] bytes = new byte[FIRST_CAPACITY];
    private int filled;

    ByteWindow(InputStream input) {
        this.input = input;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Returns where the bytes that were read end. */
    int filled() {
        return filled;
    }

    /**
     * Moves what is to be kept to the front and reads more behind it.
     *
     * @param keepFrom the first byte to keep, which is at 0 afterwards
     * @return false at the end of the stream
     */
    boolean read(int keepFrom) throws IOException {
        int kept = filled - keepFrom;
        byte[] target = kept > bytes.length / 2 ? new byte[Math.multiplyExact(bytes.length, 2)] : bytes;
        System.arraycopy(bytes, keepFrom, target, 0, kept);
        bytes = target;
        filled = kept;
        int read = input.read(bytes, filled, bytes.length - filled);
        filled += Math.max(read, 0);
        return read > 0;
    }
}
