package dev.lichen.datasets.statistics.judgements;

import dev.lichen.datasets.statistics.ClusterBootstrap;
import dev.lichen.datasets.statistics.Clusters;
import dev.lichen.datasets.statistics.Estimate;
import dev.lichen.datasets.statistics.Finding;
import dev.lichen.datasets.statistics.Statistic;
import dev.lichen.datasets.statistics.Undefined;
import org.jspecify.annotations.Nullable;

/**
 * A line of a report: a statistic with what is known of it.
 *
 * @param statistic its name
 * @param value the value, or null if undefined
 * @param low the lower bound of its 95 % interval, or null if there is none
 * @param high the upper bound
 * @param n how many observations it rests on
 * @param clusters how many prompts they belong to; 0 if that was not counted
 * @param method how the interval was found, or null if there is none
 * @param undefined why there is no value, or no interval, for programs; null if there are both
 * @param why the same in words
 */
public record Figure(
        String statistic,
        @Nullable Double value,
        @Nullable Double low,
        @Nullable Double high,
        long n,
        long clusters,
        @Nullable String method,
        Undefined.@Nullable Reason undefined,
        @Nullable String why) {

    /** Returns the line of an estimate, or of the reason why there is none. */
    static Figure of(String name, Statistic statistic) {
        return of(name, Double.NaN, 0, statistic);
    }

    /**
     * Returns the line of a value that is known also where its interval is not.
     *
     * @param name the statistic
     * @param value its value, NaN if undefined
     * @param n the observations behind it
     * @param statistic the value with its interval, or why there is none
     */
    static Figure of(String name, double value, long n, Statistic statistic) {
        return switch (statistic) {
            case Estimate e ->
                new Figure(
                        name,
                        e.value(),
                        e.interval().low(),
                        e.interval().high(),
                        e.n(),
                        e.clusters(),
                        e.method(),
                        null,
                        null);
            case Undefined(Undefined.Reason reason, String detail) ->
                new Figure(
                        name,
                        Double.isNaN(value) ? null : value,
                        null,
                        null,
                        n,
                        0,
                        null,
                        reason,
                        Double.isNaN(value) ? detail : "no interval: " + withoutValue(reason, detail));
        };
    }

    /** Leaves out the value that stands on the line already. */
    private static String withoutValue(Undefined.Reason reason, String detail) {
        return reason == Undefined.Reason.TOO_FEW_CLUSTERS ? "all belong to one prompt, two are needed" : detail;
    }

    /** Returns this line with the number of observations counted otherwise. */
    Figure withN(long newN) {
        return new Figure(statistic, value, low, high, newN, clusters, method, undefined, why);
    }

    /** Returns the line of a coefficient. */
    static Figure of(String name, Finding<Double> value, long n, Statistic statistic) {
        return switch (value) {
            case Finding.Found<Double>(Double found) -> of(name, found, n, statistic);
            case Finding.Missing<Double>(Undefined reason) -> of(name, Double.NaN, n, reason);
        };
    }

    /** Returns the line of a mean of clustered observations, or the reason given if there are none. */
    static Figure ofMean(String name, PromptSums sums, ClusterBootstrap bootstrap, Undefined otherwise) {
        Clusters clusters = sums.clusters();
        if (clusters.observations() == 0) {
            return of(name, Double.NaN, 0, otherwise);
        }
        Statistic statistic = sums.isRate() ? bootstrap.rate(clusters) : bootstrap.mean(clusters);
        return of(name, sums.mean(), clusters.observations(), statistic);
    }
}
