package dev.lichen.datasets.statistics;

import java.util.function.Consumer;

/**
 * Draws the resamples of a bootstrap: all C^C of them where that is few, else a number of random ones.
 *
 * @param resamples how many to draw at random, at least 100
 * @param seed the seed of {@link SplitMix64}
 */
record Resampling(int resamples, long seed) {

    /** Six clusters have 46,656 resamples, which are enumerated; seven have 823,543. */
    static final int MOST_CLUSTERS_ENUMERATED = 6;

    private static final int FEWEST_RESAMPLES = 100;

    Resampling {
        requireEnough(resamples);
    }

    static void requireEnough(int resamples) {
        if (resamples < FEWEST_RESAMPLES) {
            throw new IllegalArgumentException("resamples must be at least " + FEWEST_RESAMPLES + ", was " + resamples);
        }
    }

    /** Returns how many resamples {@link #forEach} hands out. */
    int count(int clusters) {
        return isExact(clusters) ? (int) Math.pow(clusters, clusters) : resamples;
    }

    boolean isExact(int clusters) {
        return clusters <= MOST_CLUSTERS_ENUMERATED;
    }

    String describe(int clusters) {
        return isExact(clusters)
                ? "all " + count(clusters) + " resamples"
                : resamples + " resamples, " + SplitMix64.NAME + " seed " + seed;
    }

    /** Hands out the cluster numbers of each resample, in an array that is used again for the next. */
    void forEach(int clusters, Consumer<int[]> action) {
        if (isExact(clusters)) {
            enumerate(clusters, action);
        } else {
            draw(clusters, action);
        }
    }

    private void draw(int clusters, Consumer<int[]> action) {
        SplitMix64 random = new SplitMix64(seed);
        int[] drawn = new int[clusters];
        for (int resample = 0; resample < resamples; resample++) {
            for (int i = 0; i < clusters; i++) {
                drawn[i] = random.nextInt(clusters);
            }
            action.accept(drawn);
        }
    }

    /** Counts from 0 to C^C − 1 in the base C. */
    private void enumerate(int clusters, Consumer<int[]> action) {
        int[] drawn = new int[clusters];
        for (int resample = 0; resample < count(clusters); resample++) {
            int rest = resample;
            for (int i = 0; i < clusters; i++) {
                drawn[i] = rest % clusters;
                rest /= clusters;
            }
            action.accept(drawn);
        }
    }
}
