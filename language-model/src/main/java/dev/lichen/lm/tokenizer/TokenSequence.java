package dev.lichen.lm.tokenizer;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** An immutable run of token ids; two runs are equal when their ids are. */
public final class TokenSequence {

    private static final TokenSequence EMPTY = new TokenSequence(new int[0]);

    private final int[] ids;

    private TokenSequence(int[] ids) {
        this.ids = ids;
    }

    /** Returns the run of these ids, in this order. */
    public static TokenSequence of(int... ids) {
        for (int id : ids) {
            if (id < 0) {
                throw new IllegalArgumentException("a token id must be at least 0, was " + id);
            }
        }
        return ids.length == 0 ? EMPTY : new TokenSequence(ids.clone());
    }

    /** Returns the run of these ids, in this order. */
    public static TokenSequence of(List<Integer> ids) {
        return of(ids.stream().mapToInt(Integer::intValue).toArray());
    }

    /** Returns several runs, one after another. */
    public static TokenSequence concatenate(List<TokenSequence> parts) {
        return of(parts.stream().flatMapToInt(TokenSequence::stream).toArray());
    }

    /** Returns the run without tokens. */
    public static TokenSequence empty() {
        return EMPTY;
    }

    /** Returns the number of tokens. */
    public int size() {
        return ids.length;
    }

    /** Returns whether there is no token. */
    public boolean isEmpty() {
        return ids.length == 0;
    }

    /** Returns the id at a position, counted from 0. */
    public int get(int position) {
        return ids[position];
    }

    /** Returns the last id. */
    public int last() {
        if (isEmpty()) {
            throw new IllegalStateException("an empty token sequence has no last token");
        }
        return ids[ids.length - 1];
    }

    /** Returns the ids from one position (inclusive) to another (exclusive). */
    public TokenSequence slice(int from, int to) {
        if (from < 0 || to > ids.length || from > to) {
            throw new IndexOutOfBoundsException("slice " + from + " to " + to + " of " + ids.length + " tokens");
        }
        return from == to ? EMPTY : new TokenSequence(Arrays.copyOfRange(ids, from, to));
    }

    /** Returns this run followed by another. */
    public TokenSequence plus(TokenSequence other) {
        int[] joined = Arrays.copyOf(ids, ids.length + other.ids.length);
        System.arraycopy(other.ids, 0, joined, ids.length, other.ids.length);
        return new TokenSequence(joined);
    }

    /** Returns this run followed by one more token. */
    public TokenSequence plus(int id) {
        return plus(of(id));
    }

    /** Returns whether this run begins with another. */
    public boolean startsWith(TokenSequence prefix) {
        int length = prefix.ids.length;
        return length <= ids.length && Arrays.equals(ids, 0, length, prefix.ids, 0, length);
    }

    /** Returns the position of the first occurrence of an id at or after a position, or -1. */
    public int indexOf(int id, int from) {
        return IntStream.range(from, ids.length)
                .filter(position -> ids[position] == id)
                .findFirst()
                .orElse(-1);
    }

    /** Returns the ids in order. */
    public IntStream stream() {
        return Arrays.stream(ids);
    }

    /** Returns a copy of the ids. */
    public int[] toArray() {
        return ids.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TokenSequence that && Arrays.equals(ids, that.ids);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ids);
    }

    @Override
    public String toString() {
        return Arrays.toString(ids);
    }
}
