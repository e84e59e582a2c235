package dev.lichen.datasets.duplicates;

import java.util.Arrays;

/**
 * The smallest value of each of 128 hash functions over a set: 512 bytes, whatever the size of the set.
 *
 * <p>Two signatures agree in a function with probability J, the sets' Jaccard similarity, so the share of functions in
 * which they agree estimates J with a standard error of √(J(1 − J) / 128).
 */
public final class MinHashSignature {

    /** The number of hash functions. */
    public static final int FUNCTIONS = 128;

    /** How many consecutive values make a band. */
    static final int ROWS = 4;

    static final int BANDS = FUNCTIONS / ROWS;

    private static final long STEP = 0x9e3779b97f4a7c15L; // 2⁶⁴ / golden ratio: any odd number with no pattern would do

    private final int[] smallest;

    private MinHashSignature(int[] smallest) {
        this.smallest = smallest;
    }

    /** Returns the signature of a set. */
    public static MinHashSignature of(Shingles shingles) {
        int[] smallest = new int[FUNCTIONS];
        Arrays.fill(smallest, Integer.MAX_VALUE);
        shingles.stream().forEach(shingle -> {
            for (int function = 0; function < FUNCTIONS; function++) {
                int value = (int) (Hashing.mix(shingle + function * STEP) >>> Integer.SIZE);
                smallest[function] = Math.min(smallest[function], value);
            }
        });
        return new MinHashSignature(smallest);
    }

    /** Returns the share of functions in which two signatures agree, which estimates the sets' Jaccard similarity. */
    public double similarity(MinHashSignature other) {
        int agreeing = 0;
        for (int function = 0; function < FUNCTIONS; function++) {
            agreeing += smallest[function] == other.smallest[function] ? 1 : 0;
        }
        return (double) agreeing / FUNCTIONS;
    }

    /** Returns a hash of one band and its values. */
    long band(int band) {
        long hash = band;
        for (int row = 0; row < ROWS; row++) {
            hash = Hashing.mix((hash << 1) ^ (hash >>> (Long.SIZE - 1)) ^ smallest[band * ROWS + row]);
        }
        return hash;
    }
}
