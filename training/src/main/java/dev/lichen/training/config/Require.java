package dev.lichen.training.config;

/**
 * Checks settings in the compact constructors of configuration records.
 *
 * <p>A message begins with the name of the component, then says the rule and the value:
 * {@code clipRange must be in (0, 1), was 2.0}. {@link Configs} puts the section and the place before it.
 */
public final class Require {

    private Require() {}

    /**
     * Checks any rule.
     *
     * @param message the whole message, beginning with the component's name
     * @throws IllegalArgumentException if the rule does not hold; so do all methods here
     */
    public static void that(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    /** Checks that a count is at least 1. */
    public static void positive(String name, long value) {
        atLeast(name, value, 1);
    }

    /** Checks that a count is at least 0. */
    public static void notNegative(String name, long value) {
        atLeast(name, value, 0);
    }

    /** Checks that a count is not below a limit. */
    public static void atLeast(String name, long value, long least) {
        that(value >= least, "%s must be at least %d, was %d".formatted(name, least, value));
    }

    /** Checks that a number is greater than 0 and finite. */
    public static void positive(String name, double value) {
        that(value > 0 && Double.isFinite(value), "%s must be greater than 0, was %s".formatted(name, value));
    }

    /** Checks that a number is at least 0 and finite. */
    public static void notNegative(String name, double value) {
        that(value >= 0 && Double.isFinite(value), "%s must be at least 0, was %s".formatted(name, value));
    }

    /** Checks that a number lies between two limits, both included. */
    public static void within(String name, double value, double least, double most) {
        that(
                value >= least && value <= most,
                "%s must be in [%s, %s], was %s".formatted(name, plain(least), plain(most), value));
    }

    /** Checks that a number lies between two limits, both excluded. */
    public static void inside(String name, double value, double least, double most) {
        that(
                value > least && value < most,
                "%s must be in (%s, %s), was %s".formatted(name, plain(least), plain(most), value));
    }

    /** Checks that one count is a multiple of another, as a batch is of its parts. */
    public static void divides(String divisorName, long divisor, String name, long value) {
        that(
                divisor > 0 && value % divisor == 0,
                "%s must divide %s, were %d and %d".formatted(divisorName, name, divisor, value));
    }

    /** Checks that a text is not blank. */
    public static void notBlank(String name, String value) {
        that(!value.isBlank(), name + " must not be blank");
    }

    private static String plain(double limit) {
        return limit == Math.rint(limit) ? Long.toString((long) limit) : Double.toString(limit);
    }
}
