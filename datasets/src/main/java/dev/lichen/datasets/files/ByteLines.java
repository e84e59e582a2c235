package dev.lichen.datasets.files;

import java.io.IOException;
import java.io.InputStream;

/** Cuts a stream of bytes into lines without copying or decoding them; the buffer grows to the longest line. */
final class ByteLines {

    private static final int FIRST_CAPACITY = 1 << 16;

    private final InputStream input;
    private byte[] buffer = new byte[FIRST_CAPACITY];
    private int start;
    private int end;
    private int next;
    private int filled;
    private long number;

    ByteLines(InputStream input) {
        this.input = input;
    }

    /** Moves to the next line; false at the end of the stream. */
    boolean next() throws IOException {
        start = next;
        int position = start;
        while (true) {
            for (; position < filled; position++) {
                if (buffer[position] == '\n') {
                    return line(position, position + 1);
                }
            }
            int shift = start;
            if (!fill()) {
                return start < filled && line(filled, filled);
            }
            position -= shift;
        }
    }

    /** Returns the array that holds the line, valid until the next call of {@link #next()}. */
    byte[] buffer() {
        return buffer;
    }

    int start() {
        return start;
    }

    int length() {
        return end - start;
    }

    /** Returns the number of the line, counted from 1. */
    long number() {
        return number;
    }

    boolean isBlank() {
        for (int i = start; i < end; i++) {
            if (buffer[i] != ' ' && buffer[i] != '\t' && buffer[i] != '\r') {
                return false;
            }
        }
        return true;
    }

    private boolean line(int lineEnd, int nextStart) {
        end = lineEnd;
        next = nextStart;
        number++;
        return true;
    }

    /** Moves what is left to the front of the buffer and reads more; false at the end of the stream. */
    private boolean fill() throws IOException {
        int kept = filled - start;
        byte[] target = kept > buffer.length / 2 ? new byte[Math.multiplyExact(buffer.length, 2)] : buffer;
        System.arraycopy(buffer, start, target, 0, kept);
        buffer = target;
        start = 0;
        filled = kept;
        int read = input.read(buffer, filled, buffer.length - filled);
        filled += Math.max(read, 0);
        return read > 0;
    }
}
