package dev.lichen.datasets.mixing;

import dev.lichen.datasets.RecordSource;

/**
 * One of the files of a mixture.
 *
 * @param name what its records get as their source, unless they have one
 * @param records its records; each reading must give the same ones
 * @param weight its share of the mixture in proportion to the others, above 0
 */
public record MixtureSource(String name, RecordSource records, double weight) {

    public MixtureSource {
        if (!(weight > 0) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException("the weight of " + name + " must be above 0, was " + weight);
        }
    }
}
