package dev.lichen.evaluation.plot;

import dev.lichen.evaluation.markup.Markup;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Values over steps, up to four lines that differ in colour and in dash.
 *
 * @param title what is shown, read by screen readers
 * @param xName the horizontal axis, as {@code step}
 * @param yName the vertical axis with its unit, as {@code nats a sequence}
 * @param series the lines; one without points is left out of the drawing
 */
public record LinePlot(String title, String xName, String yName, List<Series> series) {
    private static final int STEPS = 4;

    public LinePlot {
        series = List.copyOf(series);
    }

    /** Draws the plot. */
    public Markup draw() {
        Frame frame = new Frame(
                Axis.within(points().mapToDouble(Point::x), STEPS),
                Axis.covering(points().mapToDouble(Point::y), STEPS),
                xName,
                yName);
        Markup svg = frame.open(title);
        for (int i = 0; i < series.size(); i++) {
            drawLine(svg, frame, series.get(i).points(), "line series-" + (i + 1));
        }
        return svg.close();
    }

    private Stream<Point> points() {
        return series.stream().flatMap(line -> line.points().stream());
    }

    private static void drawLine(Markup svg, Frame frame, List<Point> points, String style) {
        if (points.size() == 1) {
            Point only = points.getFirst();
            svg.empty(
                    "circle",
                    "class",
                    style,
                    "cx",
                    Frame.number(frame.left(only.x())),
                    "cy",
                    Frame.number(frame.top(only.y())),
                    "r",
                    "2");
        } else if (!points.isEmpty()) {
            String path = points.stream()
                    .map(point -> Frame.number(frame.left(point.x())) + "," + Frame.number(frame.top(point.y())))
                    .collect(Collectors.joining(" "));
            svg.empty("polyline", "class", style, "points", path);
        }
    }
}
