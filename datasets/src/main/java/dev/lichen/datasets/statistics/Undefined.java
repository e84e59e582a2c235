package dev.lichen.datasets.statistics;

/**
 * The absence of a value, with its reason.
 *
 * @param reason the kind of reason, for programs
 * @param detail the same for people, in words
 */
public record Undefined(Reason reason, String detail) implements Statistic {

    /** Why a quantity has no value. */
    public enum Reason {
        /** There is nothing to measure. */
        NO_OBSERVATIONS,
        /** There is something, but less than a comparison takes: one rater, one item, no unit with two values. */
        TOO_FEW_VALUES,
        /** Everything is the same, so that disagreement or order could not have been seen. */
        NO_VARIATION,
        /** The statistic needs every item judged equally often, and that is not so. */
        UNEVEN_DESIGN,
        /** A value does not belong to the scale, such as a negative number on a ratio scale. */
        OUT_OF_SCALE,
        /** Some items never beat, or never met, the others, so that the best strengths are infinite. */
        NOT_CONNECTED,
        /** The likelihood grows without end, or the search for its maximum did not end. */
        NOT_CONVERGED,
        /** There are more items than the exact method can order. */
        TOO_MANY_ITEMS,
        /** One cluster says nothing about the spread between clusters. */
        TOO_FEW_CLUSTERS,
        /** The statistic has no finite value on some resample or on the data. */
        NOT_FINITE
    }

    static Undefined noObservations() {
        return new Undefined(Reason.NO_OBSERVATIONS, "there are no observations");
    }

    /** Returns the absence of an interval where all observations belong to one cluster. */
    public static Undefined oneCluster(double value) {
        return new Undefined(
                Reason.TOO_FEW_CLUSTERS,
                "all observations (value " + value + ") belong to one cluster; two are needed");
    }

    static Undefined notFinite(double value) {
        return new Undefined(Reason.NOT_FINITE, "the statistic is " + value);
    }

    static Undefined oftenNotFinite(int undefined, int resamples) {
        return new Undefined(
                Reason.NOT_FINITE, "the statistic is undefined on " + undefined + " of " + resamples + " resamples");
    }
}
