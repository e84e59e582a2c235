package dev.lichen.ppo;

/**
 * Sums over response tokens of what one says about a critic's update.
 *
 * @param tokens how many tokens were seen
 * @param clipped on how many of them the clipped error was the larger
 * @param values the sum of the values
 * @param squaredErrors the sum of (V - R)²
 */
public record ValueStatistics(long tokens, long clipped, double values, double squaredErrors) {

    /** Statistics of no tokens. */
    public static ValueStatistics none() {
        return new ValueStatistics(0, 0, 0, 0);
    }

    /** Statistics of both. */
    public ValueStatistics plus(ValueStatistics other) {
        return new ValueStatistics(
                tokens + other.tokens,
                clipped + other.clipped,
                values + other.values,
                squaredErrors + other.squaredErrors);
    }

    /** The share of tokens on which the clip held the update back. */
    public double clipFraction() {
        return (double) clipped / tokens;
    }

    /** The mean value. */
    public double meanValue() {
        return values / tokens;
    }

    /** The mean of (V - R)². */
    public double meanSquaredError() {
        return squaredErrors / tokens;
    }
}
