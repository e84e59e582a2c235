package dev.lichen.datasets.cleaning;

import java.util.Map;

/**
 * What a step did.
 *
 * @param step the name of the step
 * @param records how many records it changed or removed
 * @param findings what it found, by kind: places for a step that changes texts, records for one that removes them
 */
public record StepCount(String step, long records, Map<String, Long> findings) {

    public StepCount {
        findings = Map.copyOf(findings);
    }
}
