package dev.lichen.datasets.statistics.judgements;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The agreement on one kind of judgement.
 *
 * @param judged {@code rankings}, or the criterion of ratings
 * @param overlap how much several people judged
 * @param overall the figures of all judgements
 * @param byLanguage the same by declared language
 * @param byAnnotator each named annotator's agreement with the others
 * @param generators how strong each generator of answers is; empty for ratings, and where answers do not name theirs
 */
public record Agreement(
        String judged,
        Overlap overlap,
        List<Figure> overall,
        Map<String, List<Figure>> byLanguage,
        Map<String, List<Figure>> byAnnotator,
        List<Figure> generators) {

    public Agreement {
        overall = List.copyOf(overall);
        byLanguage = Collections.unmodifiableMap(new LinkedHashMap<>(byLanguage));
        byAnnotator = Collections.unmodifiableMap(new LinkedHashMap<>(byAnnotator));
        generators = List.copyOf(generators);
    }
}
