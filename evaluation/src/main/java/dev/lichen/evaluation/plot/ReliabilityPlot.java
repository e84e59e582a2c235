package dev.lichen.evaluation.plot;

import dev.lichen.evaluation.markup.Markup;
import java.util.List;

/**
 * What a model predicted against what happened: points on the diagonal are calibrated, below it over-confident.
 *
 * @param title what is shown, read by screen readers
 * @param bins the groups of predictions, empty ones left out
 */
public record ReliabilityPlot(String title, List<Bin> bins) {
    private static final double HALF = 0.5; // what a model gives to the order it believes in is never less
    private static final double SMALLEST_RADIUS = 2.5;
    private static final double LARGEST_RADIUS = 9;

    public ReliabilityPlot {
        bins = List.copyOf(bins);
    }

    /**
     * Predictions of about the same probability.
     *
     * @param predicted their mean, in [0, 1]
     * @param observed the share of them that came true, in [0, 1]
     * @param count how many there are, at least 1
     */
    public record Bin(double predicted, double observed, long count) {}

    /** Draws the plot; a point's area grows with its count. */
    public Markup draw() {
        double least = bins.stream().allMatch(bin -> bin.predicted() >= HALF) ? HALF : 0;
        Frame frame =
                new Frame(new Axis(least, 1, least > 0 ? 0.1 : 0.2), new Axis(0, 1, 0.2), "predicted", "observed");
        Markup svg = frame.open(title);
        Frame.line(svg, "reference", frame.left(least), frame.top(least), frame.left(1), frame.top(1));
        long largest = bins.stream().mapToLong(Bin::count).max().orElse(1);
        bins.forEach(bin -> svg.empty(
                "circle",
                "class",
                "point",
                "cx",
                Frame.number(frame.left(bin.predicted())),
                "cy",
                Frame.number(frame.top(bin.observed())),
                "r",
                Frame.number(Math.max(SMALLEST_RADIUS, LARGEST_RADIUS * Math.sqrt((double) bin.count() / largest)))));
        return svg.close();
    }
}
