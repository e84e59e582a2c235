package dev.lichen.datasets.files;

import dev.lichen.datasets.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts what was kept and what was skipped, by reason, with the first places of each. */
public final class SkipCounter {

    /** So many reasons are told apart; damage of ever new kinds must not fill the memory. */
    private static final int REASONS_APART = 200;

    private static final int PLACES_SHOWN = 3;
    private static final String OTHER = "other reasons";

    private final Map<String, List<Place>> places = new LinkedHashMap<>();
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private long kept;

    /** Counts a record that is of use. */
    public void keep() {
        kept++;
    }

    /**
     * Counts a record that is left out.
     *
     * @param reason why, in a few words that are the same for every such record
     * @param place where it stands
     */
    public void skip(String reason, Place place) {
        boolean known = counts.containsKey(reason) || counts.size() < REASONS_APART;
        String counted = known ? reason : OTHER;
        counts.merge(counted, 1L, Long::sum);
        List<Place> first = places.computeIfAbsent(counted, name -> new ArrayList<>());
        if (first.size() < PLACES_SHOWN) {
            first.add(place);
        }
    }

    /** Returns how many records were kept. */
    public long kept() {
        return kept;
    }

    /** Returns how many records were skipped. */
    public long skipped() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Returns the reasons in the order of first appearance. */
    public List<Skip> skips() {
        return counts.entrySet().stream()
                .map(entry ->
                        new Skip(entry.getKey(), entry.getValue(), places.getOrDefault(entry.getKey(), List.of())))
                .toList();
    }
}
