package dev.lichen.evaluation.plot;

/**
 * One measured value.
 *
 * @param x where, for a training curve the step
 * @param y what was measured there, finite
 */
public record Point(double x, double y) {

    public Point {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            throw new IllegalArgumentException("a point must be finite, was (" + x + ", " + y + ")");
        }
    }
}
