package dev.lichen.datasets.statistics;

import java.util.Optional;
import java.util.function.Function;

/**
 * What an estimator returns: what it found, or the typed reason why the data does not determine it.
 *
 * <p>A finding has no interval; a {@link Statistic} has one.
 *
 * @param <T> what is looked for, such as a coefficient or a fitted model
 */
public sealed interface Finding<T> {

    /**
     * What was found.
     *
     * @param content the coefficient or model
     * @param <T> its type
     */
    record Found<T>(T content) implements Finding<T> {}

    /**
     * The absence of a result.
     *
     * @param reason why there is none
     * @param <T> what was looked for
     */
    record Missing<T>(Undefined reason) implements Finding<T> {}

    /** Returns a result. */
    static <T> Finding<T> of(T content) {
        return new Found<>(content);
    }

    /** Returns the absence of a result, with the reason in words. */
    static <T> Finding<T> undefined(Undefined.Reason reason, String detail) {
        return new Missing<>(new Undefined(reason, detail));
    }

    /** Returns the result, if there is one. */
    default Optional<T> found() {
        return this instanceof Found<T>(T content) ? Optional.of(content) : Optional.empty();
    }

    /** Returns the reason, if there is no result. */
    default Optional<Undefined> missing() {
        return this instanceof Missing<T>(Undefined reason) ? Optional.of(reason) : Optional.empty();
    }

    /** Returns the result of a step that cannot fail, or the same reason. */
    default <R> Finding<R> map(Function<? super T, ? extends R> step) {
        return switch (this) {
            case Found<T>(T content) -> new Found<>(step.apply(content));
            case Missing<T>(Undefined reason) -> new Missing<>(reason);
        };
    }

    /** Returns the result, for callers who know that there is one. */
    default T orElseThrow() {
        return switch (this) {
            case Found<T>(T content) -> content;
            case Missing<T>(Undefined reason) -> throw new IllegalStateException("undefined: " + reason.detail());
        };
    }
}
