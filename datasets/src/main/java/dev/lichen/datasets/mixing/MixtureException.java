package dev.lichen.datasets.mixing;

import dev.lichen.LichenException;

/** Signals that a source has too few records for its share of a mixture. */
public final class MixtureException extends LichenException {

    MixtureException(String source, long available, long share) {
        super("Too few records in %s: found %d, expected %d for its weight; take fewer in all or allow repetition"
                .formatted(source, available, share));
    }
}
