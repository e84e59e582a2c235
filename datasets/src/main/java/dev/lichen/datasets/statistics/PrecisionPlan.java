package dev.lichen.datasets.statistics;

/**
 * Says how much more data an interval of a wanted width takes.
 *
 * <p>The half width h of an interval over c independent clusters shrinks as 1/√c, so that a half width x takes about
 * {@code c·(h/x)²} clusters of the kind that was measured. For an interval that is not symmetric h is half its length.
 *
 * @param clusters how many clusters, such as prompts, are needed in all
 * @param furtherClusters how many of them are still to come; 0 if the interval is narrow enough
 * @param furtherObservations how many observations those hold, at the rate so far
 */
public record PrecisionPlan(long clusters, long furtherClusters, long furtherObservations) {

    /** Against 2.9999999 becoming 3 and 3.0000001 becoming 4. */
    private static final double ROUNDING = 1e-9;

    /**
     * Plans from an estimate.
     *
     * @param halfWidth the wanted half width, above 0, in the estimate's unit
     */
    public static PrecisionPlan of(Estimate estimate, double halfWidth) {
        return of(estimate.interval(), estimate.clusters(), estimate.n(), halfWidth);
    }

    /**
     * Plans from an interval.
     *
     * @param clusters how many clusters it rests on, at least 1
     * @param observations how many observations those hold
     * @param halfWidth the wanted half width, above 0, in the interval's unit
     */
    public static PrecisionPlan of(Interval interval, long clusters, long observations, double halfWidth) {
        if (!(halfWidth > 0)) {
            throw new IllegalArgumentException("the half width must be above 0, was " + halfWidth);
        }
        double ratio = interval.width() / 2 / halfWidth;
        long needed = Math.max(1, (long) Math.ceil(clusters * ratio * ratio - ROUNDING));
        long further = Math.max(0, needed - clusters);
        double each = (double) observations / clusters;
        return new PrecisionPlan(needed, further, (long) Math.ceil(further * each - ROUNDING));
    }
}
