package dev.lichen.evaluation.plot;

import java.util.List;

/**
 * A named line of a plot.
 *
 * @param name what the legend calls it
 * @param points in the order they are joined
 */
public record Series(String name, List<Point> points) {

    public Series {
        points = List.copyOf(points);
    }
}
