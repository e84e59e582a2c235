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
        /** One cluster says nothing about the spread between clusters. */
        TOO_FEW_CLUSTERS,
        /** The statistic has no finite value on some resample or on the data. */
        NOT_FINITE
    }

    static Undefined noObservations() {
        return new Undefined(Reason.NO_OBSERVATIONS, "there are no observations");
    }

    static Undefined oneCluster(double value) {
        return new Undefined(
                Reason.TOO_FEW_CLUSTERS, "all observations (mean " + value + ") belong to one cluster; two are needed");
    }

    static Undefined notFinite(double value) {
        return new Undefined(Reason.NOT_FINITE, "the statistic is " + value);
    }
}
