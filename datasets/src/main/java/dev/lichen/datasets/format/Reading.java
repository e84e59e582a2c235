package dev.lichen.datasets.format;

import java.util.List;
import java.util.function.Function;

/**
 * What became of one object of a file: a record, several, or a reason to leave it out.
 *
 * @param <T> the kind of record
 */
public sealed interface Reading<T> permits Reading.Kept, Reading.Skipped, Reading.Several {

    /**
     * A record of use.
     *
     * @param content the record
     * @param <T> its kind
     */
    record Kept<T>(T content) implements Reading<T> {}

    /**
     * An object that is well-formed and of no use.
     *
     * @param reason why, in a few words that are the same for every such object
     * @param <T> the kind of record it would have been
     */
    record Skipped<T>(String reason) implements Reading<T> {}

    /**
     * An object that holds several records, such as a tree of messages, or an item with a judgement of each annotator.
     *
     * @param parts what became of each
     * @param <T> their kind
     */
    record Several<T>(List<Reading<T>> parts) implements Reading<T> {

        public Several {
            parts = List.copyOf(parts);
        }
    }

    /** Hands a kept record on to the next step; a skipped one stays skipped. */
    default <U> Reading<U> then(Function<? super T, Reading<U>> next) {
        return switch (this) {
            case Kept<T>(T content) -> next.apply(content);
            case Skipped<T>(String reason) -> new Skipped<>(reason);
            case Several<T>(List<Reading<T>> parts) ->
                new Several<>(parts.stream().map(part -> part.then(next)).toList());
        };
    }
}
