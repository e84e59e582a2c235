package dev.lichen.annotation.queue;

import dev.lichen.annotation.project.StoredAnswer;
import java.util.List;
import java.util.stream.IntStream;

/** Strips stored answers of all that an annotator must not know. */
final class Shown {

    private Shown() {}

    static List<ShownAnswer> answers(List<StoredAnswer> stored, List<Integer> order) {
        return IntStream.range(0, order.size())
                .mapToObj(position -> new ShownAnswer(
                        position, stored.get(order.get(position)).answer().content()))
                .toList();
    }
}
