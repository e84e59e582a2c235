package dev.lichen.evaluation.plot;

import dev.lichen.evaluation.markup.Markup;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * How often values fell into bins of one width, for up to two groups drawn over one another as outlines.
 *
 * @param title what is shown, read by screen readers
 * @param xName what is counted, with its unit
 * @param yName the height of a bar
 * @param first the lower edge of the first bin
 * @param width the width of every bin, above 0
 * @param groups the heights of each group's bars, in order
 */
public record HistogramPlot(
        String title, String xName, String yName, double first, double width, List<List<Double>> groups) {
    private static final int STEPS = 4;

    public HistogramPlot {
        groups = groups.stream().map(List::copyOf).toList();
    }

    /** Draws the plot. */
    public Markup draw() {
        int bins = groups.stream().mapToInt(List::size).max().orElse(0);
        DoubleStream heights = DoubleStream.concat(
                DoubleStream.of(0), groups.stream().flatMap(List::stream).mapToDouble(Double::doubleValue));
        Frame frame = new Frame(
                Axis.covering(DoubleStream.of(first, first + Math.max(bins, 1) * width), STEPS),
                Axis.covering(heights, STEPS),
                xName,
                yName);
        Markup svg = frame.open(title);
        for (int i = 0; i < groups.size(); i++) {
            svg.empty("polyline", "class", "outline series-" + (i + 1), "points", outline(frame, groups.get(i)));
        }
        return svg.close();
    }

    private String outline(Frame frame, List<Double> heights) {
        StringBuilder path = new StringBuilder(corner(frame, 0, 0));
        for (int i = 0; i < heights.size(); i++) {
            path.append(' ').append(corner(frame, i, heights.get(i)));
            path.append(' ').append(corner(frame, i + 1, heights.get(i)));
        }
        return path.append(' ').append(corner(frame, heights.size(), 0)).toString();
    }

    private String corner(Frame frame, int edge, double height) {
        return Frame.number(frame.left(first + edge * width)) + "," + Frame.number(frame.top(height));
    }
}
