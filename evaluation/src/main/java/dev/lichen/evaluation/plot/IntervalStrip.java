package dev.lichen.evaluation.plot;

import dev.lichen.evaluation.markup.Markup;
import java.util.Locale;

/**
 * One row of a forest plot: a rate and its interval on the scale from 0 to 1, with a line where chance stands.
 *
 * <p>Rows of one table share the scale, so they can be read down the page.
 *
 * @param rate the estimate, in [0, 1]
 * @param lower the interval's lower end
 * @param upper the interval's upper end
 * @param reference where nothing is shown either way, 0.5 for a win rate
 */
public record IntervalStrip(double rate, double lower, double upper, double reference) {
    private static final double WIDTH = 240;
    private static final double HEIGHT = 22;
    private static final double MARGIN = 6;
    private static final double MARKER = 9;

    /** Returns the class of the row by where its interval lies: {@code above}, {@code below} or {@code around}. */
    String side() {
        if (lower > reference) {
            return "above";
        }
        return upper < reference ? "below" : "around";
    }

    /** Draws the row. */
    public Markup draw() {
        double middle = HEIGHT / 2;
        Markup svg = open(String.format(Locale.ROOT, "%.3f, from %.3f to %.3f", rate, lower, upper), "strip " + side());
        Frame.line(svg, "reference", left(reference), 0, left(reference), HEIGHT);
        Frame.line(svg, "interval", left(lower), middle, left(upper), middle);
        Frame.line(svg, "interval", left(lower), middle - 4, left(lower), middle + 4);
        Frame.line(svg, "interval", left(upper), middle - 4, left(upper), middle + 4);
        svg.empty(
                "rect",
                "class",
                "marker",
                "x",
                Frame.number(left(rate) - MARKER / 2),
                "y",
                Frame.number(middle - MARKER / 2),
                "width",
                Frame.number(MARKER),
                "height",
                Frame.number(MARKER));
        return svg.close();
    }

    /** Draws the scale that the rows share. */
    public static Markup scale(double reference) {
        Markup svg = new IntervalStrip(reference, 0, 1, reference).open("scale from 0 to 1", "strip");
        Frame.line(svg, "axis", left(0), 1, left(1), 1);
        for (double tick : new double[] {0, 0.5, 1}) {
            Frame.label(svg, "tick middle", left(tick), HEIGHT - 7, percent(tick));
        }
        return svg.close();
    }

    private Markup open(String label, String style) {
        Markup svg = Markup.fragment()
                .open(
                        "svg",
                        "class",
                        style,
                        "viewBox",
                        "0 0 " + Frame.number(WIDTH) + " " + Frame.number(HEIGHT),
                        "role",
                        "img",
                        "aria-label",
                        label);
        return svg;
    }

    private static double left(double rate) {
        return MARGIN + rate * (WIDTH - 2 * MARGIN);
    }

    private static String percent(double rate) {
        return Math.round(rate * 100) + "%";
    }
}
