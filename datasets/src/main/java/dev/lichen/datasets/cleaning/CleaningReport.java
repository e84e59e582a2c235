package dev.lichen.datasets.cleaning;

import java.util.List;

/**
 * What became of the records that were cleaned.
 *
 * @param records how many there were
 * @param kept how many are left
 * @param changed how many of those left were changed
 * @param steps what each step did, in order
 */
public record CleaningReport(long records, long kept, long changed, List<StepCount> steps) {

    public CleaningReport {
        steps = List.copyOf(steps);
    }

    /** Returns how many records were removed. */
    public long removed() {
        return records - kept;
    }
}
