package dev.lichen.datasets.formats;

import java.util.function.Function;

/**
 * What became of one object of a file: a record, or a reason to leave it out.
 *
 * @param <T> the kind of record
 */
public sealed interface Reading<T> permits Reading.Kept, Reading.Skipped {

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

    /** Hands a kept record on to the next step; a skipped one stays skipped. */
    default <U> Reading<U> then(Function<? super T, Reading<U>> next) {
        return switch (this) {
            case Kept<T>(T content) -> next.apply(content);
            case Skipped<T>(String reason) -> new Skipped<>(reason);
        };
    }
}
