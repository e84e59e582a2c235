package dev.lichen.lm.tokenizer;

import java.util.BitSet;
import java.util.stream.IntStream;

/** An immutable yes or no for each position of a token sequence: yes where a token is learned from or scored. */
public final class PositionMask {

    private final BitSet marked;
    private final int size;

    private PositionMask(BitSet marked, int size) {
        this.marked = marked;
        this.size = size;
    }

    /** Returns a mask of the given size that marks nothing. */
    public static PositionMask none(int size) {
        return from(size, size);
    }

    /** Returns a mask of the given size that marks every position. */
    public static PositionMask all(int size) {
        return from(size, 0);
    }

    /** Returns a mask of the given size that marks the positions from {@code start} on. */
    public static PositionMask from(int size, int start) {
        if (start < 0 || start > size) {
            throw new IllegalArgumentException("start must be between 0 and the size " + size + ", was " + start);
        }
        BitSet marked = new BitSet(size);
        marked.set(start, size);
        return new PositionMask(marked, size);
    }

    /** Returns a mask with these values, one a position. */
    public static PositionMask of(boolean... values) {
        BitSet marked = new BitSet(values.length);
        IntStream.range(0, values.length).filter(position -> values[position]).forEach(marked::set);
        return new PositionMask(marked, values.length);
    }

    /** Returns the number of positions, marked or not. */
    public int size() {
        return size;
    }

    /** Returns whether a position is marked. */
    public boolean get(int position) {
        if (position < 0 || position >= size) {
            throw new IndexOutOfBoundsException("position " + position + " of a mask of " + size);
        }
        return marked.get(position);
    }

    /** Returns how many positions are marked. */
    public int count() {
        return marked.cardinality();
    }

    /** Returns the marked positions in ascending order. */
    public int[] positions() {
        return marked.stream().toArray();
    }

    /** Returns the part from one position (inclusive) to another (exclusive). */
    public PositionMask slice(int from, int to) {
        if (from < 0 || to > size || from > to) {
            throw new IndexOutOfBoundsException("slice " + from + " to " + to + " of a mask of " + size);
        }
        return new PositionMask(marked.get(from, to), to - from);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PositionMask that && size == that.size && marked.equals(that.marked);
    }

    @Override
    public int hashCode() {
        return 31 * size + marked.hashCode();
    }

    @Override
    public String toString() {
        return marked + " of " + size;
    }
}
