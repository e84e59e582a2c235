package dev.lichen.datasets.statistics;

/**
 * A confidence interval.
 *
 * @param low its lower bound
 * @param high its upper bound, at least {@code low}
 * @param level the share of such intervals that cover the true value, in (0, 1), such as 0.95
 */
public record Interval(double low, double high, double level) {

    /** The level of every interval that does not state another. */
    public static final double USUAL_LEVEL = 0.95;

    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("low must be at most high, were " + low + " and " + high);
        }
        requireLevel(level);
    }

    /** Returns whether a value lies in the interval, bounds included. */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    /** Returns the distance of the bounds. */
    public double width() {
        return high - low;
    }

    static double requireLevel(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must be in (0, 1), was " + level);
        }
        return level;
    }
}
