package dev.lichen.evaluation.plot;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/**
 * Maps values to a drawing's coordinate and names round values along the way.
 *
 * @param lower the first value shown
 * @param upper the last value shown, above {@code lower}
 * @param step the distance between two named values: 1, 2 or 5 times a power of ten
 */
record Axis(double lower, double upper, double step) {
    private static final double[] ROUND = {1, 2, 5, 10};
    private static final double SLACK = 1e-9; // of a step: keeps a limit that is itself round

    Axis {
        if (!(upper > lower) || !(step > 0)) {
            throw new IllegalArgumentException("axis from " + lower + " to " + upper + " by " + step + " is empty");
        }
    }

    /** Covers the values with about {@code steps} round steps; the limits are round values. */
    static Axis covering(DoubleStream values, int steps) {
        var range = values.summaryStatistics();
        if (range.getCount() == 0) {
            return new Axis(0, 1, 0.5);
        }
        double lower = range.getMin();
        double upper = range.getMax();
        if (upper - lower <= Math.abs(upper) * 1e-12) { // a constant: show it in the middle
            double half = upper == 0 ? 1 : Math.abs(upper) / 2;
            lower -= half;
            upper += half;
        }
        double step = roundStep((upper - lower) / steps);
        return new Axis(Math.floor(lower / step + SLACK) * step, Math.ceil(upper / step - SLACK) * step, step);
    }

    /** Covers the values exactly, with about {@code steps} round steps between: for steps of training. */
    static Axis within(DoubleStream values, int steps) {
        var range = values.summaryStatistics();
        if (range.getCount() == 0 || range.getMin() == range.getMax()) {
            return covering(DoubleStream.of(range.getCount() == 0 ? 0 : range.getMin()), steps);
        }
        double step = roundStep((range.getMax() - range.getMin()) / steps);
        return new Axis(range.getMin(), range.getMax(), step);
    }

    private static double roundStep(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double factor : ROUND) {
            if (factor * power >= least * (1 - SLACK)) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    /** Returns the named values, in order. */
    DoubleStream ticks() {
        long first = Math.round(Math.ceil(lower / step - SLACK));
        long last = Math.round(Math.floor(upper / step + SLACK));
        return LongStream.rangeClosed(first, last).mapToDouble(i -> i * step);
    }

    /** Returns where a value stands between two coordinates. */
    double at(double value, double from, double to) {
        return from + (value - lower) / (upper - lower) * (to - from);
    }

    /** Returns a named value's text, with the digits that tell it from its neighbours. */
    String label(double value) {
        double largest = Math.max(Math.abs(lower), Math.abs(upper));
        if (largest >= 1e6 || step < 1e-4) {
            return value == 0 ? "0" : String.format(Locale.ROOT, "%.1e", value);
        }
        int decimals = 0;
        for (double scaled = step; decimals < 6 && Math.abs(scaled - Math.rint(scaled)) > SLACK; scaled *= 10) {
            decimals++;
        }
        String text = new BigDecimal(String.format(Locale.ROOT, "%." + decimals + "f", value)).toPlainString();
        return text.replace('-', '\u2212');
    }
}
