package dev.lichen.datasets.inspection;

import dev.lichen.datasets.statistics.Summary;
import java.util.List;

/**
 * How long texts are.
 *
 * @param summary their mean and quantiles
 * @param bins how many there are of each length
 */
public record LengthSummary(Summary summary, Bins bins) {

    /**
     * Counts by length, from 0 up to the 99th percentile.
     *
     * @param width how many lengths a bin holds, at least 1
     * @param counts how many texts are in each bin
     * @param beyond how many are longer than all bins
     */
    public record Bins(int width, List<Long> counts, long beyond) {

        public Bins {
            counts = List.copyOf(counts);
        }
    }
}
