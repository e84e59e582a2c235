package dev.lichen.datasets.format;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What became of one record on its way into a format: content and the names of what was lost, or a reason why not.
 *
 * @param <T> what is written
 */
public sealed interface Writing<T> permits Writing.Written, Writing.Unwritable {

    /**
     * What could be written.
     *
     * @param content what is written
     * @param losses what the format has no place for, in words that are the same for every such record
     * @param <T> what is written
     */
    record Written<T>(T content, List<String> losses) implements Writing<T> {

        public Written {
            losses = List.copyOf(losses);
        }
    }

    /**
     * A record that the format cannot hold.
     *
     * @param reason why, in words that are the same for every such record
     * @param <T> what would have been written
     */
    record Unwritable<T>(String reason) implements Writing<T> {}

    /** Returns content without loss. */
    static <T> Writing<T> of(T content) {
        return new Written<>(content, List.of());
    }

    /** Returns content with one loss. */
    static <T> Writing<T> losing(T content, String loss) {
        return new Written<>(content, List.of(loss));
    }

    /** Writes every element; one that cannot be written makes the whole unwritable. */
    static <E, T> Writing<List<T>> each(List<E> elements, Function<? super E, Writing<T>> writer) {
        List<T> contents = new ArrayList<>();
        Writing<List<T>> all = of(contents);
        for (E element : elements) {
            all = all.then(list -> writer.apply(element).map(content -> {
                contents.add(content);
                return list;
            }));
        }
        return all;
    }

    /** Makes something else of the content; the losses stay. */
    default <U> Writing<U> map(Function<? super T, ? extends U> next) {
        return then(content -> of(next.apply(content)));
    }

    /** Hands the content on to a step that may lose more. */
    default <U> Writing<U> then(Function<? super T, Writing<U>> next) {
        return switch (this) {
            case Unwritable<T>(String reason) -> new Unwritable<>(reason);
            case Written<T>(T content, List<String> losses) ->
                next.apply(content).after(losses);
        };
    }

    /** Adds losses that happened before. */
    private Writing<T> after(List<String> earlier) {
        if (earlier.isEmpty() || !(this instanceof Written<T>(T content, List<String> losses))) {
            return this;
        }
        List<String> all = new ArrayList<>(earlier);
        losses.stream().filter(loss -> !earlier.contains(loss)).forEach(all::add);
        return new Written<>(content, all);
    }
}
