package dev.lichen.datasets.statistics;

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

    /** Returns how many resamples there are. */
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

    /**
     * Returns the cluster numbers of one resample. Each resample is a place in one sequence of draws, so that they can be
     * computed in any order, and at once.
     *
     * @param number which resample, in [0, {@link #count})
     */
    int[] drawn(int number, int clusters) {
        return isExact(clusters) ? enumerated(number, clusters) : random(number, clusters);
    }

    private int[] random(int number, int clusters) {
        SplitMix64 random = SplitMix64.after((long) number * clusters, seed);
        int[] drawn = new int[clusters];
        for (int i = 0; i < clusters; i++) {
            drawn[i] = random.nextInt(clusters);
        }
        return drawn;
    }

    /** Returns the digits of a number in the base C. */
    private static int[] enumerated(int number, int clusters) {
        int[] drawn = new int[clusters];
        int rest = number;
        for (int i = 0; i < clusters; i++) {
            drawn[i] = rest % clusters;
            rest /= clusters;
        }
        return drawn;
    }
}
