package dev.lichen.datasets.statistics;

import java.util.Locale;
import java.util.Optional;

/** A measured quantity: a value with its uncertainty, or the reason why there is none. */
public sealed interface Statistic permits Estimate, Undefined {

    /** Returns the estimate, if the quantity is defined. */
    default Optional<Estimate> estimate() {
        return this instanceof Estimate estimate ? Optional.of(estimate) : Optional.empty();
    }

    /** Returns one line for people, such as {@code 0.612 [0.571, 0.653] (n = 400, 100 clusters)}. */
    default String format() {
        return switch (this) {
            case Estimate(double value, Interval interval, long n, long clusters, String method) ->
                String.format(
                        Locale.ROOT,
                        "%.3f [%.3f, %.3f] (n = %d, %d clusters)",
                        value,
                        interval.low(),
                        interval.high(),
                        n,
                        clusters);
            case Undefined(Undefined.Reason reason, String detail) -> "undefined: " + detail;
        };
    }
}
