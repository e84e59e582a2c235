package dev.lichen.datasets.files;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Unpacks LZ4 blocks, the pages of Parquet files with the codecs LZ4_RAW and LZ4.
 *
 * <p>A block is a row of sequences: a token (four bits of a count of literals, four of a match's length less 4), literals, and
 * how far back the match begins, in two bytes; a count of 15 goes on in bytes until one is not 255. The last sequence has no
 * match. Source: the LZ4 block format description, version 1.6.
 */
final class Lz4Block {

    private static final int SHORTEST_MATCH = 4;
    private static final int HEADER = 8;

    private final byte[] packed;
    private final byte[] unpacked;
    private int from;
    private int to;

    private Lz4Block(byte[] packed, int size) {
        this.packed = packed;
        this.unpacked = new byte[size];
    }

    /** Returns what a block holds, which must be as many bytes as are said. */
    static byte[] unpack(byte[] packed, int size) throws IOException {
        Lz4Block block = new Lz4Block(packed, size);
        try {
            block.unpack(packed.length);
        } catch (IndexOutOfBoundsException | ArithmeticException e) {
            throw new IOException("an LZ4 page is damaged", e);
        }
        block.requireFull();
        return block.unpacked;
    }

    /**
     * Returns what blocks hold that Hadoop framed by their sizes, unpacked and packed, as the old codec LZ4 has them; without
     * such a frame, what the bytes hold as one block.
     */
    static byte[] unpackFramed(byte[] packed, int size) throws IOException {
        ByteBuffer frame = ByteBuffer.wrap(packed);
        boolean framed = packed.length >= HEADER
                && frame.getInt(0) <= size
                && frame.getInt(0) >= 0
                && frame.getInt(Integer.BYTES) >= 0
                && frame.getInt(Integer.BYTES) <= packed.length - HEADER;
        if (!framed) {
            return unpack(packed, size);
        }
        Lz4Block block = new Lz4Block(packed, size);
        try {
            while (block.from < packed.length) {
                int length = frame.getInt(block.from + Integer.BYTES);
                block.from += HEADER;
                block.unpack(Math.addExact(block.from, length));
            }
        } catch (IndexOutOfBoundsException | ArithmeticException e) {
            throw new IOException("an LZ4 page is damaged", e);
        }
        block.requireFull();
        return block.unpacked;
    }

    private void requireFull() throws IOException {
        if (to != unpacked.length) {
            throw new IOException("a page does not unpack to the size it claims");
        }
    }

    private void unpack(int end) {
        while (from < end) {
            int token = packed[from++] & 0xFF;
            int literals = count(token >>> 4);
            System.arraycopy(packed, from, unpacked, to, literals);
            from += literals;
            to += literals;
            if (from < end) {
                copyMatch(token & 0xF);
            }
        }
    }

    private void copyMatch(int shortLength) {
        int back = (packed[from] & 0xFF) | (packed[from + 1] & 0xFF) << 8;
        from += 2;
        int length = count(shortLength) + SHORTEST_MATCH;
        if (back == 0) {
            throw new IndexOutOfBoundsException("a match with itself");
        }
        for (int i = 0; i < length; i++) { // a match may overlap what it writes
            unpacked[to] = unpacked[to - back];
            to++;
        }
    }

    private int count(int nibble) {
        int count = nibble;
        int more = nibble == 0xF ? 0xFF : 0;
        while (more == 0xFF) {
            more = packed[from++] & 0xFF;
            count = Math.addExact(count, more);
        }
        return count;
    }
}
