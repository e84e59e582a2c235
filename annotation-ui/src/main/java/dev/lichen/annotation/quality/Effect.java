package dev.lichen.annotation.quality;

import dev.lichen.datasets.statistics.Statistic;
import org.jspecify.annotations.Nullable;

/**
 * A share of pairs with its interval.
 *
 * @param name what the share is of
 * @param neutral the share that would mean no effect; for self-consistency, that of chance
 * @param share the measured share, or why there is none
 * @param oddsRatio how many times greater the odds are of winning by one step of it, while what else is measured is held, or
 *     why there is none; 1 is no effect. Null where nothing is to be held
 */
public record Effect(
        String name,
        double neutral,
        Statistic share,
        @Nullable Statistic oddsRatio) {

    Effect(String name, double neutral, Statistic share) {
        this(name, neutral, share, null);
    }
}
