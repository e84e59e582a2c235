package dev.lichen.evaluation.report;

import dev.lichen.evaluation.Measured;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Writes numbers as the report shows them; the only place that rounds. */
final class Figures {
    private static final int DIGITS = 3;
    private static final String DASH = "\u2013"; // en dash, between the ends of an interval

    private Figures() {}

    /** Returns a rate in percent with one decimal. */
    static String percent(double rate) {
        return String.format(Locale.ROOT, "%.1f%%", rate * 100);
    }

    /** Returns a measured rate in percent, or a dash. */
    static String percent(Measured rate) {
        return rate.value() == null ? "\u2014" : percent(rate.value());
    }

    /** Returns a rate's interval in percent, or that there is none. */
    static String percentInterval(Measured rate) {
        if (rate.lower() == null || rate.upper() == null) {
            return "no interval";
        }
        return String.format(Locale.ROOT, "%.1f%s%.1f%%", rate.lower() * 100, DASH, rate.upper() * 100);
    }

    /** Returns a number with three significant digits, or all digits before the point. */
    static String number(double value) {
        if (value == 0) {
            return "0";
        }
        if (Math.abs(value) < 1e-4) {
            return minus(String.format(Locale.ROOT, "%.2e", value));
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(DIGITS, RoundingMode.HALF_EVEN));
        BigDecimal shown = rounded.scale() < 0 ? new BigDecimal(value).setScale(0, RoundingMode.HALF_EVEN) : rounded;
        return minus(shown.toPlainString());
    }

    /** Returns a measured number, or a dash. */
    static String number(Measured measured) {
        return measured.value() == null ? "\u2014" : number(measured.value());
    }

    /** Returns a number's interval, or that there is none. */
    static String interval(Measured measured) {
        if (measured.lower() == null || measured.upper() == null) {
            return "no interval";
        }
        return number(measured.lower()) + " to " + number(measured.upper());
    }

    /** Returns an interval's coverage, as {@code 95%}. */
    static String level(Measured measured) {
        return Math.round(measured.level() * 100) + "%";
    }

    /** Returns a duration in the two largest units that say something. */
    static String duration(double seconds) {
        if (seconds < 60) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        long whole = Math.round(seconds);
        return whole < 3600
                ? whole / 60 + " min " + whole % 60 + " s"
                : whole / 3600 + " h " + whole % 3600 / 60 + " min";
    }

    private static String minus(String number) {
        return number.replace('-', '\u2212');
    }
}
