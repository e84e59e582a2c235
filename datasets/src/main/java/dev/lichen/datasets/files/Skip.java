package dev.lichen.datasets.files;

import dev.lichen.datasets.Place;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Counts the records that were left out for one reason.
 *
 * @param reason why
 * @param count how many
 * @param first where the first few stand
 */
public record Skip(String reason, long count, List<Place> first) {

    public Skip {
        first = List.copyOf(first);
    }

    @Override
    public String toString() {
        String places = first.stream().map(Place::toString).collect(Collectors.joining(", "));
        return "skipped %d: %s (%s%s)".formatted(count, reason, places, first.size() < count ? ", …" : "");
    }
}
