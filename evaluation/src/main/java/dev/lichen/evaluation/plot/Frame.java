package dev.lichen.evaluation.plot;

import dev.lichen.evaluation.markup.Markup;
import java.util.Locale;

/**
 * The rectangle a plot is drawn in, with its grid, its axes and their names; units are CSS pixels at natural size.
 *
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param xName what the horizontal axis measures
 * @param yName what the vertical axis measures, with its unit
 */
record Frame(Axis x, Axis y, String xName, String yName) {
    static final double WIDTH = 360;
    static final double HEIGHT = 220;
    private static final double LEFT = 46;
    private static final double RIGHT = WIDTH - 14;
    private static final double TOP = 24;
    private static final double BOTTOM = HEIGHT - 36;

    /** Opens the drawing and draws everything but the data; the caller closes it. */
    Markup open(String title) {
        Markup svg = Markup.fragment()
                .open(
                        "svg",
                        "class",
                        "plot",
                        "viewBox",
                        "0 0 " + number(WIDTH) + " " + number(HEIGHT),
                        "role",
                        "img",
                        "aria-label",
                        title);
        y.ticks().forEach(tick -> horizontal(svg, tick));
        x.ticks().forEach(tick -> label(svg, "tick middle", left(tick), BOTTOM + 15, x.label(tick)));
        line(svg, "axis", LEFT, BOTTOM, RIGHT, BOTTOM);
        label(svg, "axis-name", LEFT, 12, yName);
        label(svg, "axis-name end", RIGHT, HEIGHT - 5, xName);
        return svg;
    }

    private void horizontal(Markup svg, double tick) {
        line(svg, "grid", LEFT, top(tick), RIGHT, top(tick));
        label(svg, "tick end", LEFT - 6, top(tick) + 4, y.label(tick));
    }

    double left(double value) {
        return x.at(value, LEFT, RIGHT);
    }

    double top(double value) {
        return y.at(value, BOTTOM, TOP);
    }

    static void line(Markup svg, String style, double x1, double y1, double x2, double y2) {
        svg.empty("line", "class", style, "x1", number(x1), "y1", number(y1), "x2", number(x2), "y2", number(y2));
    }

    static void label(Markup svg, String style, double left, double top, String text) {
        svg.element("text", text, "class", style, "x", number(left), "y", number(top));
    }

    /** Returns a coordinate to a tenth of a pixel: smaller differences cannot be seen. */
    static String number(double coordinate) {
        String text = String.format(Locale.ROOT, "%.1f", coordinate);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
