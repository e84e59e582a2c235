package dev.lichen.datasets.statistics;

/**
 * Generates the pseudo-random numbers of the bootstrap: 64 bits of state, the same on every machine and JDK.
 *
 * <p>Source: Steele, Lea and Flood, Fast splittable pseudorandom number generators, OOPSLA 2014; the finaliser is
 * Stafford's variant 13.
 */
final class SplitMix64 {

    static final String NAME = "SplitMix64";

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    SplitMix64(long seed) {
        this.state = seed;
    }

    /** Returns the generator as it is after a number of draws. */
    static SplitMix64 after(long draws, long seed) {
        return new SplitMix64(seed + draws * GOLDEN_GAMMA);
    }

    long nextLong() {
        state += GOLDEN_GAMMA;
        long z = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Returns a number in [0, bound); each is more likely than another by at most bound/2⁶⁴. */
    int nextInt(int bound) {
        return (int) Math.unsignedMultiplyHigh(nextLong(), bound);
    }
}
