package dev.lichen.training;

import java.util.function.ToDoubleFunction;

/** Differentiates a function of several numbers numerically, to check gradients that were derived by hand. */
public final class FiniteDifferences {

    private static final double STEP = 1e-6;

    private FiniteDifferences() {}

    /** The gradient of a function at a point, by central differences. */
    public static double[] gradient(ToDoubleFunction<double[]> function, double... point) {
        double[] gradient = new double[point.length];
        for (int i = 0; i < point.length; i++) {
            double[] above = point.clone();
            double[] below = point.clone();
            above[i] += STEP;
            below[i] -= STEP;
            gradient[i] = (function.applyAsDouble(above) - function.applyAsDouble(below)) / (2 * STEP);
        }
        return gradient;
    }
}
