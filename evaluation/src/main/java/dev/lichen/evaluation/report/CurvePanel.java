package dev.lichen.evaluation.report;

import java.util.List;

/**
 * A figure of the training section.
 *
 * @param stage the stage, as {@code ppo}
 * @param title what is shown
 * @param unit of the vertical axis
 * @param stepsPerPoint how many steps a point is the mean of, 1 where every step is shown
 * @param curves the lines, in order
 */
public record CurvePanel(String stage, String title, String unit, long stepsPerPoint, List<Curve> curves) {

    public CurvePanel {
        curves = List.copyOf(curves);
    }

    /**
     * One metric over the steps.
     *
     * @param metric its name in {@code metrics.jsonl}
     * @param points in the order of the steps
     * @param skipped how many steps had no finite value and are missing
     */
    public record Curve(String metric, List<CurvePoint> points, long skipped) {

        public Curve {
            points = List.copyOf(points);
        }
    }

    /**
     * A metric's value, or its mean over some steps.
     *
     * @param step the step, or the last of those
     * @param value finite
     */
    public record CurvePoint(long step, double value) {}
}
