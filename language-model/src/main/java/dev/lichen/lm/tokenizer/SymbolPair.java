package dev.lichen.lm.tokenizer;

/** Two neighbouring symbols, by id. */
record SymbolPair(int left, int right) implements Comparable<SymbolPair> {

    @Override
    public int compareTo(SymbolPair other) {
        return left == other.left ? Integer.compare(right, other.right) : Integer.compare(left, other.left);
    }
}
