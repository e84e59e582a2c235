package dev.lichen.datasets.mixing;

import java.util.List;

/**
 * What a mixture was made of.
 *
 * @param records how many records it has
 * @param parts what each source gave, in the order of the sources
 */
public record MixtureReport(long records, List<Part> parts) {

    public MixtureReport {
        parts = List.copyOf(parts);
    }

    /**
     * What a source gave.
     *
     * @param source its name
     * @param available how many records it has
     * @param taken how many of the mixture are from it, repetitions included
     * @param most how often at most a single record was taken: 1 without repetition
     */
    public record Part(String source, long available, long taken, long most) {}
}
