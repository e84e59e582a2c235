package dev.lichen.datasets.formats;

import dev.lichen.datasets.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts what was kept and what was skipped, by reason, with the first places of each. */
final class SkipCounter {

    private static final int PLACES_SHOWN = 3;

    private final Map<String, List<Place>> places = new LinkedHashMap<>();
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private long kept;

    void keep() {
        kept++;
    }

    void skip(String reason, Place place) {
        counts.merge(reason, 1L, Long::sum);
        List<Place> first = places.computeIfAbsent(reason, name -> new ArrayList<>());
        if (first.size() < PLACES_SHOWN) {
            first.add(place);
        }
    }

    long kept() {
        return kept;
    }

    List<ReadReport.Skip> skips() {
        return counts.entrySet().stream()
                .map(entry -> new ReadReport.Skip(
                        entry.getKey(), entry.getValue(), places.getOrDefault(entry.getKey(), List.of())))
                .toList();
    }
}
