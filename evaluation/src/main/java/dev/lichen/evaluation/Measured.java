package dev.lichen.evaluation;

import dev.lichen.datasets.statistics.Estimate;
import dev.lichen.datasets.statistics.Interval;
import dev.lichen.datasets.statistics.Statistic;
import dev.lichen.datasets.statistics.Undefined;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Statistic} as the report holds it, flat: the value, its interval and what it rests on, or why there is none.
 *
 * <p>Either {@code value} is present and {@code undefined} absent, or the reverse. An interval may be absent beside a
 * value (one prompt gives a mean and no spread); {@code undefined} is then still absent and the report says "no
 * interval".
 *
 * @param value the estimate
 * @param lower the interval's lower end, not above the upper
 * @param upper the interval's upper end
 * @param level the interval's nominal coverage, 0.95
 * @param n how many observations it rests on
 * @param clusters how many independent groups (prompts) these fall into; intervals resample the groups
 * @param method how the interval was found
 * @param undefined why there is no value
 */
public record Measured(
        @Nullable Double value,
        @Nullable Double lower,
        @Nullable Double upper,
        double level,
        long n,
        long clusters,
        @Nullable String method,
        @Nullable String undefined) {

    public Measured {
        if ((value == null) == (undefined == null)) {
            throw new IllegalArgumentException("either a value or the reason for its absence must be given");
        }
        if ((lower == null) != (upper == null) || (lower != null && value == null)) {
            throw new IllegalArgumentException("an interval has two ends and belongs to a value");
        }
        if (lower != null && upper != null && lower > upper) {
            throw new IllegalArgumentException("interval from " + lower + " to " + upper + " is reversed");
        }
    }

    /** Returns a statistic in this form. */
    public static Measured of(Statistic statistic) {
        return switch (statistic) {
            case Estimate(double value, Interval interval, long n, long clusters, String method) ->
                new Measured(value, interval.low(), interval.high(), interval.level(), n, clusters, method, null);
            case Undefined(Undefined.Reason reason, String detail) -> undefined(detail);
        };
    }

    /** Returns a value for which no interval can be given. */
    public static Measured withoutInterval(double value, long n, long clusters) {
        return new Measured(value, null, null, Interval.USUAL_LEVEL, n, clusters, null, null);
    }

    /** Returns the absence of a value, with its reason. */
    public static Measured undefined(String reason) {
        return new Measured(null, null, null, Interval.USUAL_LEVEL, 0, 0, null, reason);
    }

    /** Says on which side of a reference value the whole interval lies. */
    public Side sideOf(double reference) {
        if (lower == null || upper == null) {
            return Side.UNKNOWN;
        }
        if (lower > reference) {
            return Side.ABOVE;
        }
        return upper < reference ? Side.BELOW : Side.AROUND;
    }

    /** Where an interval lies beside a reference value. */
    public enum Side {
        /** Every value of the interval is above. */
        ABOVE,
        /** The interval holds the reference: the data do not tell. */
        AROUND,
        /** Every value of the interval is below. */
        BELOW,
        /** There is no interval. */
        UNKNOWN
    }
}
