package dev.lichen.annotation.quality;

import dev.lichen.datasets.statistics.Statistic;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The share of hidden items of known order that people ranked within the tolerance. Training, in which one learns the order,
 * is left out, and so is what people left to others; who called all answers bad, or not to be ranked, did not agree.
 *
 * @param overall of all people; the interval resamples people, so that it speaks of others like them, on these items
 * @param byAnnotator of each who saw any, by pseudonym; Wilson's interval, each item one trial
 */
public record Gold(Statistic overall, SortedMap<String, Statistic> byAnnotator) {

    public Gold {
        byAnnotator = Collections.unmodifiableSortedMap(new TreeMap<>(byAnnotator));
    }
}
